import * as v from 'valibot';
import { engine } from '../../app';
import { isIssueVisible, visibleIssues } from '../../atlassian/ask-jira';
import type {
  CorrectEntryResult,
  DeleteEntriesResult,
  EntryPage,
  ListedEntry,
  LogEntriesResult,
  LogTimeResult,
  ImportResult,
} from '../../contract';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { readSubject } from '../../privacy/person/subject';
import { requestRef } from '../../privacy/requests/requests';
import { readSettingsInUse, SETTINGS_REF, settingsOf } from '../../privacy/settings/settings';
import { together } from '../../storage/together';
import { correctEntry as correct } from '../../timesheet/correct-entry';
import { deleteEntries as remove } from '../../timesheet/delete-entries';
import { LEAST_SECONDS, MOST_SECONDS } from '../../timesheet/duration';
import { listEntries as list } from '../../timesheet/entries';
import { importEntries as take, importRules } from '../../timesheet/import-entries';
import { logTime as log, logEntries as several } from '../../timesheet/log-time';
import { DAY_TOTALS } from '../../timesheet/time-entry';
import { secondsWithin, totalsOfYears } from '../../timesheet/day-totals';
import { undo, undoOf } from '../../timesheet/undo';
import { forUser } from '../define';
import {
  day,
  entryFilter,
  ids,
  instant,
  jiraId,
  nothing,
  requestId,
  sealed,
  timezoneOffset,
  token,
} from '../payloads';
import { asListed, listed, listedForOwner, dayAndDuration, secondsOf, timeOfOne, todayAt } from '../entries';
import { issueOf } from './panel';

export const logTime = forUser(
  v.strictObject({ requestId, issueId: v.optional(jiraId), ...dayAndDuration }),
  async (payload, asker): Promise<LogTimeResult> => {
    const issueId = payload.issueId ?? issueOf(asker);
    const seconds = secondsOf(payload);
    const visible = await isIssueVisible(issueId);
    if (visible === 'no-answer') throw noAnswer();
    if (!visible) throw new Refused('NOT_FOUND', 'refused.work-item-unseen');
    const { entry, daySeconds, settings } = await log(engine, {
      request: payload.requestId,
      accountId: asker.accountId,
      issueId,
      startedOn: payload.startedOn,
      seconds,
    });
    return { entry: asListed(entry, settings), daySeconds };
  },
  'checked-by-work',
);

/** Jira tells of at most 100 work items at once, and a call has 25 seconds. */
const MOST_TIMES = 60;
const oneOfSeveral = v.strictObject({ issueId: jiraId, ...timeOfOne });

export const logEntries = forUser(
  v.strictObject({
    requestId,
    entries: v.pipe(v.array(oneOfSeveral), v.minLength(1), v.maxLength(MOST_TIMES)),
    timezoneOffset,
  }),
  async (
    { requestId: request, entries: wanted, timezoneOffset: offset },
    { accountId },
  ): Promise<LogEntriesResult> => {
    const times = wanted.map(({ issueId, startedOn, duration }) => {
      const seconds = secondsOf({ startedOn, duration, timezoneOffset: offset });
      return { issueId, startedOn, seconds };
    });
    const visible = await visibleIssues(times.map(({ issueId }) => issueId));
    if (visible === 'no-answer') throw noAnswer();
    const { outcomes, entries, settings } = await several(engine, { request, accountId, times, visible });
    return { outcomes, entries: listed(entries, settingsOf(settings, engine.now())) };
  },
  'checked-by-work',
);

export const correctEntry = forUser(
  v.strictObject({ id: token, ...dayAndDuration }),
  async (payload, asker): Promise<CorrectEntryResult> => {
    const { accountId } = asker;
    const { id, startedOn } = payload;
    const correction = { accountId, id, startedOn, seconds: secondsOf(payload) };
    const { stood, secondsOn, subject, settings } = await correct(engine, correction);
    const former = stood.flatMap(({ key, before, row: left }) =>
      before ? [{ key, row: before, left }] : [],
    );
    const [entry] = listedForOwner(
      stood.map((one) => one.entry),
      settings,
      subject.standing,
    );
    return {
      entry: entry as ListedEntry,
      daySeconds: secondsOn(startedOn),
      undo: await undoOf(engine, subject, former),
    };
  },
);

export const undoChange = forUser(
  v.strictObject({ undo: sealed }),
  async (payload, { accountId }): Promise<{ entries: ListedEntry[] }> => {
    const { entries, settings, subject } = await undo(engine, accountId, payload.undo);
    return { entries: listedForOwner(entries, settings, subject.standing) };
  },
);

export const listEntries = forUser(
  v.strictObject(entryFilter),
  async (payload, asker): Promise<EntryPage> => {
    const { accountId } = asker;
    // Totals by day say nothing of a work item.
    const totalsRefs = payload.issueId === undefined ? totalsOfYears(accountId, engine.now()) : [];
    const [{ subject, installation, rows }, found] = await together([
      readSubject(engine, accountId, [SETTINGS_REF, requestRef(accountId, 'correction'), ...totalsRefs]),
      list(engine, accountId, payload),
    ]);
    assertInUse(engine, installation);
    // Without a registration, what is still there is about to be deleted.
    if (!subject) return { entries: [] };
    const { standing } = subject;
    const [settingsRow, request, ...totals] = rows;
    const years = standing.counts[DAY_TOTALS.name] ?? 0;
    const seconds = totalsRefs.length > 0 ? secondsWithin(totals, years, payload) : undefined;
    return {
      ...found,
      ...(seconds !== undefined && { seconds }),
      entries: listedForOwner(found.entries, settingsOf(settingsRow, engine.now()), standing, request),
    };
  },
  'checked-by-work',
);

export const deleteEntries = forUser(
  v.strictObject(ids),
  async (payload, asker): Promise<DeleteEntriesResult> => {
    const settings = await readSettingsInUse(engine);
    return remove(engine, { accountId: asker.accountId, ids: payload.ids, own: { settings } });
  },
  'checked-by-work',
);

/** Rows of one import call: Jira answers about at most 100 work items at once, and a call has 25 seconds. */
const MOST_ROWS = 90;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** An entry as the JSON Schema of an export describes it. */
const row = v.strictObject({
  id: requestId,
  issueId: jiraId,
  startedOn: day,
  seconds: whole(LEAST_SECONDS, MOST_SECONDS),
  createdAt: instant,
});

export const getImportRules = forUser(nothing, () => importRules(engine), 'checked-by-work');

export const importEntries = forUser(
  v.strictObject({
    rows: v.pipe(v.array(row), v.minLength(1), v.maxLength(MOST_ROWS)),
    asOf: v.optional(instant),
    timezoneOffset,
  }),
  async ({ rows, asOf, timezoneOffset: offset }, { accountId }): Promise<ImportResult> => {
    const visible = await visibleIssues(rows.map(({ issueId }) => issueId));
    if (visible === 'no-answer') throw noAnswer();
    return take(engine, { accountId, rows, visible, asOf, today: todayAt(engine.now(), offset) });
  },
  'checked-by-work',
);

const noAnswer = (): Refused => new Refused('TRY_LATER', 'refused.jira-silent');
