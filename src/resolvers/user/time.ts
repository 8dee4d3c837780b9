import * as v from 'valibot';
import type {
  CorrectEntryResult,
  DeleteEntriesResult,
  EntryPage,
  ListedEntry,
  LogEntriesResult,
  LogTimeResult,
} from '../../contract';
import { engine } from '../../app';
import { isIssueVisible, visibleIssues } from '../../atlassian/issues';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { requestRef } from '../../privacy/requests/requests';
import { readSettingsInUse, SETTINGS_REF, settingsOf } from '../../privacy/settings/settings';
import { readSubject } from '../../privacy/person/subject';
import { together } from '../../storage/together';
import { correctEntry as correct } from '../../timesheet/correct-entry';
import { deleteEntries as remove } from '../../timesheet/delete-entries';
import { listEntries as list } from '../../timesheet/entries';
import { logEntries as several } from '../../timesheet/log-entries';
import { logTime as log } from '../../timesheet/log-time';
import { secondsWithin, totalsOfYears } from '../../timesheet/time-kept';
import { DAY_TOTALS } from '../../timesheet/time-entry';
import { undo, undoOf } from '../../timesheet/undo';
import { dayAndDuration, secondsOf, timeOfOne } from '../day-and-duration';
import { forUser } from '../define';
import { asListed, listed, listedForOwner } from '../entries';
import { entryFilter, ids, jiraId, requestId, sealed, timezoneOffset, token } from '../payloads';
import { issueOf } from './panel';

export const logTime = forUser(
  v.strictObject({ requestId, issueId: v.optional(jiraId), ...dayAndDuration }),
  async (payload, asker): Promise<LogTimeResult> => {
    const issueId = payload.issueId ?? issueOf(asker);
    const seconds = secondsOf(payload);
    const visible = await isIssueVisible(issueId);
    if (visible === 'no-answer') throw noAnswer();
    if (!visible) throw new Refused('NOT_FOUND', 'You cannot see this work item. Nothing was saved.');
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

const noAnswer = (): Refused =>
  new Refused('TRY_LATER', 'Jira did not answer. Nothing was saved; try again.');
