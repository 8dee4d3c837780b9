import type { Entry, LogOutcome } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { recordIdOf, type ClientToken } from '../privacy/digest';
import type { Engine } from '../privacy/engine';
import { assertInUse } from '../privacy/installation';
import type { SubjectAndRows } from '../privacy/person/subject';
import { writeAbout, type Plan } from '../privacy/person/write';
import { assertUsable } from '../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../privacy/settings/settings';
import { toInstant } from '../privacy/time';
import type { Stored } from '../storage/query';
import type { Ref } from '../storage/store';
import { addEntries, inTransactions, type EntryToAdd } from './add-entries';
import { assertFits, assertNotTooOld, entryRef, shiftTotals, toEntry, totalsRef, yearOf } from './entries';
import { TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

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
 * @throws Refused where the day would exceed 24 hours or is too long ago, or the use of the person's data is restricted
 */
export function logTime(engine: Engine, time: TimeToLog): Promise<LoggedTime> {
  const causedAt = engine.now();
  const id = recordIdOf(time.accountId, time.request);
  const entry = entryRef(time.accountId, id);
  const totals = totalsRef(time.accountId, yearOf(time.startedOn));
  return writeAbout(engine, {
    accountId: time.accountId,
    causedAt,
    registers: true,
    onSite: true,
    reads: [SETTINGS_REF, entry, totals],
    plan: (state) => {
      assertInUse(engine, state.installation);
      return planLogging(state, time, { key: entry.key, row: rowOf(time, id, causedAt) });
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
  { accountId, startedOn, seconds }: TimeToLog,
  logged: Stored<TimeEntry>,
): Plan<LoggedTime> {
  const [settingsRow, ...rows] = state.rows;
  const now = new Date(logged.row.createdAt);
  const settings = settingsOf(settingsRow, now);
  // Without a registration, what is still there is of an earlier stay and about to be deleted.
  const [present, totals] = state.subject ? rows : [];
  if (present) {
    const daySeconds = totals?.seconds[present.startedOn] ?? 0;
    return { done: { entry: toEntry({ key: logged.key, row: present }), daySeconds, settings } };
  }
  assertUsable(state.subject);
  assertNotTooOld(startedOn, settings, now);
  const { changes, secondsOn } = shiftTotals(accountId, new Map([[yearOf(startedOn), totals]]), [
    { day: startedOn, seconds },
  ]);
  const daySeconds = secondsOn(startedOn);
  assertFits(daySeconds, seconds);
  return {
    write: [{ do: 'add', dataSet: TIME_ENTRY, ...logged }, ...changes],
    result: { entry: toEntry(logged), daySeconds, settings },
  };
}

interface TimesToLog {
  /** Made by the browser once for each attempt, so that the same again is the same entries. */
  request: ClientToken;
  accountId: string;
  times: ReadonlyArray<Pick<Entry, 'issueId' | 'startedOn' | 'seconds'>>;
  /** Those of the work items that the person may see. */
  visible: ReadonlySet<string>;
}

interface LoggedTimes {
  /** In the order of the times. */
  outcomes: LogOutcome[];
  /** Those that are kept now, even if they were before. */
  entries: Entry[];
  settings: Settings | undefined;
}

/**
 * Logs several times of a person, a transaction for each few. It may be called again, even if only a part was logged before.
 * @throws Refused if the use of the person's data is restricted; what earlier transactions logged is kept then
 */
export async function logEntries(
  engine: Engine,
  { request, accountId, times, visible }: TimesToLog,
): Promise<LoggedTimes> {
  const causedAt = engine.now();
  const logged: LoggedTimes = { outcomes: [], entries: [], settings: undefined };
  for (const entries of inTransactions(withIds(accountId, request, times, toInstant(causedAt)))) {
    const { became, settings } = await addEntries<EntryToAdd, 'not-visible'>(engine, {
      accountId,
      entries,
      causedAt,
      refusalOf: ({ issueId }) => (visible.has(issueId) ? undefined : 'not-visible'),
    });
    logged.settings = settings;
    logged.outcomes.push(...became.map(({ outcome }) => (outcome === 'added' ? 'logged' : outcome)));
    const stand = became.map(({ row }, at) => ({ row, key: entryRef(accountId, entries[at]?.id ?? '').key }));
    logged.entries.push(...stand.flatMap(({ row, key }) => (row ? [toEntry({ key, row })] : [])));
  }
  return logged;
}

/** An ID follows from the attempt and from what is logged. If the same time comes twice, the second has another ID. */
function withIds(
  accountId: string,
  { fromClient }: ClientToken,
  times: TimesToLog['times'],
  createdAt: string,
): EntryToAdd[] {
  const seen = new Map<string, number>();
  return times.map((time) => {
    const what = `${time.issueId}\n${time.startedOn}\n${time.seconds}`;
    const copy = seen.get(what) ?? 0;
    seen.set(what, copy + 1);
    const id = recordIdOf(accountId, { fromClient: `${fromClient}\n${what}\n${copy}` });
    return { ...time, createdAt, id };
  });
}
