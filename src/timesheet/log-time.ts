import type { Entry } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { recordIdOf, type ClientToken } from '../privacy/digest';
import type { Engine, RecordChange } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertInUse } from '../privacy/installation';
import type { SubjectAndRows } from '../privacy/person/subject';
import { writeAbout, type Plan } from '../privacy/person/write';
import { assertUsable } from '../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../privacy/settings';
import { toInstant } from '../privacy/time';
import type { Ref } from '../storage/store';
import { LEAST_SECONDS, MOST_SECONDS, writeDuration } from './duration';
import { entryRef, toEntry, totalsRef, totalsWith } from './entries';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

interface TimeToLog {
  /** Made by the browser once for each form, so that a second click is the same entry. */
  request: ClientToken;
  accountId: string;
  issueId: string;
  startedOn: string;
  seconds: number;
}

interface LoggedTime {
  entry: Entry;
  daySeconds: number;
  /** Read in the same operation, for who shows until when the entry is kept. */
  settings: Settings;
}

/**
 * Logs time of a person: one strict read, one transaction (the first entry registers the person).
 * @throws Refused where the day would exceed 24 hours, or the use of the person's data is restricted
 */
export function logTime(engine: Engine, time: TimeToLog): Promise<LoggedTime> {
  const causedAt = engine.now();
  const id = recordIdOf(time.accountId, time.request);
  const entry = entryRef(time.accountId, id);
  const totals = totalsRef(time.accountId, time.startedOn);
  return writeAbout(engine, {
    accountId: time.accountId,
    causedAt,
    registers: true,
    onSite: true,
    reads: [SETTINGS_REF, entry, totals],
    plan: (state) => {
      assertInUse(engine, state.installation);
      return planLogging(state, time, rowOf(time, id, causedAt), { entry: entry.key, totals: totals.key });
    },
  });
}

function rowOf({ accountId, issueId, startedOn, seconds }: TimeToLog, id: string, now: Date): TimeEntry {
  return {
    accountId,
    issueId,
    startedOn,
    seconds,
    createdAt: toInstant(now),
    position: `${startedOn}#${id}`,
  };
}

function planLogging(
  state: SubjectAndRows<readonly [Ref<Settings>, Ref<TimeEntry>, Ref<DayTotals>]>,
  time: TimeToLog,
  row: TimeEntry,
  keys: { entry: string; totals: string },
): Plan<LoggedTime> {
  const [settingsRow, ...rows] = state.rows;
  const settings = settingsOf(settingsRow);
  // Without a registration, what is still there is of an earlier stay and about to be deleted.
  const [present, totals] = state.subject ? rows : [];
  if (present) {
    const daySeconds = totals?.seconds[present.startedOn] ?? 0;
    return { done: { entry: toEntry({ key: keys.entry, row: present }), daySeconds, settings } };
  }
  assertUsable(state.subject);
  const next = totalsWith(totals, time.accountId, time.startedOn, time.seconds);
  const daySeconds = next.seconds[time.startedOn] ?? 0;
  if (daySeconds > MOST_SECONDS) throw dayIsFull(daySeconds - time.seconds);
  const write: RecordChange[] = [
    { do: 'add', dataSet: TIME_ENTRY, key: keys.entry, row },
    { do: totals ? 'replace' : 'add', dataSet: DAY_TOTALS, key: keys.totals, row: next },
  ];
  return { write, result: { entry: toEntry({ key: keys.entry, row }), daySeconds, settings } };
}

/** @param logged seconds that the day has already */
function dayIsFull(logged: number): Refused {
  const left = MOST_SECONDS - logged;
  const message = 'With this entry the day would have more than 24 hours. Nothing was saved.';
  return new Refused('INVALID', message, {
    duration:
      left < LEAST_SECONDS ? 'This day has 24 hours already.' : `This day has ${writeDuration(left)} left.`,
  });
}
