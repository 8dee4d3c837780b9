import * as v from 'valibot';
import type { DeleteEntriesResult, EntryPage, LogTimeResult } from '../../contract';
import { engine } from '../../app';
import { isIssueVisible } from '../../atlassian/issues';
import { Refused } from '../../privacy/errors';
import { assertInUse } from '../../privacy/installation';
import { readSettingsInUse, SETTINGS_REF, settingsOf } from '../../privacy/settings';
import { readSubject } from '../../privacy/person/subject';
import { deleteEntries as remove } from '../../timesheet/delete-entries';
import { readDuration, secondsToLog } from '../../timesheet/duration';
import { listEntries as list } from '../../timesheet/entries';
import { logTime as log } from '../../timesheet/log-time';
import { forUser } from '../define';
import { asListed, listedForOwner } from '../entries';
import { day, entryFilter, ids, requestId, timezoneOffset } from '../payloads';
import { issueOf, todayAt } from './panel';
import { together } from '../../storage/together';

const MOST_DURATION_TEXT = 40;

const timeToLog = v.strictObject({
  requestId,
  startedOn: day,
  duration: v.pipe(v.string(), v.maxLength(MOST_DURATION_TEXT)),
  timezoneOffset,
});

export const logTime = forUser(
  timeToLog,
  async (payload, asker): Promise<LogTimeResult> => {
    const issueId = issueOf(asker);
    const seconds = secondsOf(payload.duration);
    if (payload.startedOn > todayAt(engine.now(), payload.timezoneOffset)) throw inTheFuture();
    const visible = await isIssueVisible(issueId);
    if (visible === 'no-answer')
      throw new Refused('TRY_LATER', 'Jira did not answer. Nothing was saved; try again.');
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

/** @throws Refused with a message for the field */
function secondsOf(duration: string): number {
  const read = secondsToLog(readDuration(duration));
  if ('fault' in read) throw wrong('duration', read.fault);
  return read.seconds;
}

const inTheFuture = (): Refused => wrong('startedOn', 'This day has not come yet.');

const wrong = (field: string, message: string): Refused =>
  new Refused('INVALID', 'Nothing was saved; correct the form and try again.', { [field]: message });

export const listEntries = forUser(
  v.strictObject(entryFilter),
  async (payload, asker): Promise<EntryPage> => {
    const [{ subject, installation, rows }, found] = await together([
      readSubject(engine, asker.accountId, [SETTINGS_REF]),
      list(engine, asker.accountId, payload),
    ]);
    assertInUse(engine, installation);
    // Without a registration, what is still there is about to be deleted.
    if (!subject) return { entries: [] };
    return { ...found, entries: listedForOwner(found.entries, settingsOf(rows[0]), subject.standing) };
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
