import type { Entry, EntryOrder, Said } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import type { Engine, RecordChange } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertPlace, fitting, pageAfter, ROWS_BEYOND, HIGHEST, LOWEST } from '../privacy/pages';
import { expiryOf } from '../privacy/retention/expiry';
import { retentionDaysOf } from '../privacy/settings/settings';
import { addDays, toDay } from '../privacy/time';
import type { Stored } from '../storage/query';
import type { Ref } from '../storage/store';
import { LEAST_SECONDS, MOST_SECONDS } from './duration';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

/** Which entries, as strict optional types of payloads give it. */
interface Wanted {
  issueId?: string | undefined;
  /** First and last day, both included. */
  from?: string | undefined;
  to?: string | undefined;
  order?: EntryOrder | undefined;
  /** Position after which the page begins: the `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
}

interface EntryPage {
  entries: Entry[];
  next?: string;
}

/** Of a data set without a period. */
const FIRST_DAY = '1000-01-01';

/** The place of an entry. */
export const entryRef = (accountId: string, id: string): Ref<TimeEntry> => ({
  dataSet: TIME_ENTRY,
  key: `${accountId}#${id}`,
});

/** The ID of the entry at a key. */
export const idOf = (key: string, accountId: string): string => key.slice(accountId.length + 1);

/** The place of a person's totals of a year. */
export const totalsRef = (accountId: string, year: string): Ref<DayTotals> => ({
  dataSet: DAY_TOTALS,
  key: `${accountId}#${year}`,
});

/** The year of a day. */
export const yearOf = (day: string): string => day.slice(0, 4);

/**
 * A person's entries, newest day first where nothing else is asked for. A page begins after a position and not at a
 * cursor, which would not last.
 * @throws Refused where `after` is not the place of an entry, or the first day lies after the last
 */
export async function listEntries(engine: Engine, accountId: string, filter: Wanted): Promise<EntryPage> {
  assertPlace(TIME_ENTRY.fields.position.value, filter.after);
  const limit = fitting(filter.limit);
  const [first, last] = stretchOf(filter);
  // What storage makes of a range with its ends the other way round is documented nowhere.
  if (first > last) throw turnedRound();
  const rows = await engine.store.query(TIME_ENTRY, {
    ...(filter.issueId === undefined
      ? { index: 'by-person', partition: [accountId] }
      : { index: 'by-person-and-issue', partition: [accountId, filter.issueId] }),
    where: { between: [first, last] },
    descending: filter.order !== 'oldest-first',
    limit: limit + ROWS_BEYOND,
  });
  const page = pageAfter(rows.map(toListed), filter.after, limit);
  return {
    entries: page.items.map(({ entry }) => entry),
    ...(page.next !== undefined && { next: page.next }),
  };
}

/** Between which positions the rest of the list lies: it goes on from `after`, in its direction. */
function stretchOf({ from, to, after, order }: Wanted): [string, string] {
  const [begin, end] = [from ?? LOWEST, `${to ?? ''}${HIGHEST}`];
  if (after === undefined) return [begin, end];
  return order === 'oldest-first' ? [after > begin ? after : begin, end] : [begin, after < end ? after : end];
}

const turnedRound = (): Refused =>
  new Refused('INVALID', 'refused.days-reversed', {
    from: 'refused.day-after-last',
  });

const toListed = (stored: Stored<TimeEntry>): { position: string; entry: Entry } => ({
  position: stored.row.position,
  entry: toEntry(stored),
});

/** An entry as the contract has it. */
export function toEntry({ key, row }: Stored<TimeEntry>): Entry {
  const { accountId, issueId, projectId, startedOn, seconds, createdAt } = row;
  const id = idOf(key, accountId);
  return {
    id,
    accountId,
    issueId,
    ...(projectId !== undefined && { projectId }),
    startedOn,
    seconds,
    createdAt,
  };
}

/** So many seconds more on a day, or less. */
export interface Shift {
  day: string;
  seconds: number;
}

/**
 * What becomes of a person's totals by these shifts; a day without seconds is left out, and so is a year without days.
 * @param read what is there, by year
 */
export function shiftTotals(
  accountId: string,
  read: ReadonlyMap<string, DayTotals | undefined>,
  shifts: readonly Shift[],
): { changes: RecordChange[]; secondsOn: (day: string) => number } {
  const after = new Map([...read].map(([year, totals]) => [year, { ...totals?.seconds }]));
  for (const { day, seconds } of shifts) {
    const year = after.get(yearOf(day));
    if (!year) throw new TypeError('a day of a year whose totals were not read');
    const left = (year[day] ?? 0) + seconds;
    if (left > 0) year[day] = left;
    else delete year[day];
  }
  const changes = [...after].flatMap(([year, seconds]): RecordChange[] => {
    const totals = read.get(year);
    const { key } = totalsRef(accountId, year);
    if (Object.keys(seconds).length === 0) {
      return totals ? [{ do: 'remove', dataSet: DAY_TOTALS, key, read: totals }] : [];
    }
    return [
      {
        do: totals ? 'replace' : 'add',
        dataSet: DAY_TOTALS,
        key,
        row: { ...totals, accountId, year, seconds },
      },
    ];
  });
  return { changes, secondsOn: (day) => after.get(yearOf(day))?.[day] ?? 0 };
}

/**
 * @param daySeconds what the day would have, these seconds included
 * @throws Refused where that is more than a day has
 */
export function assertFits(daySeconds: number, seconds: number): void {
  if (daySeconds <= MOST_SECONDS) return;
  const left = MOST_SECONDS - (daySeconds - seconds);
  throw new Refused('INVALID', 'refused.day-full', {
    duration: left < LEAST_SECONDS ? 'refused.day-has-24-hours' : dayHasLeft(left),
  });
}

function dayHasLeft(seconds: number): Said {
  const minutes = Math.round(seconds / 60);
  return {
    key: 'refused.day-has-left',
    values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
  };
}

/** The last day on which an entry is kept, given the days that administrators set. */
export const keptUntil = (entry: { startedOn: string }, retentionDays: number): string =>
  toDay(addDays(new Date(entry.startedOn), retentionDays));

/** The first day whose entries are still kept. */
export const firstDayKept = (settings: Settings, now: Date): string =>
  expiryOf(TIME_ENTRY, settings, now)?.until ?? FIRST_DAY;

/**
 * Whether a day lies further back than entries are kept: what was logged on it would be deleted at once.
 * @param now the present moment
 */
export const isTooOld = (startedOn: string, settings: Settings, now: Date): boolean =>
  startedOn < firstDayKept(settings, now);

/** @throws Refused where the day lies further back than entries are kept */
export function assertNotTooOld(startedOn: string, settings: Settings, now: Date): void {
  if (!isTooOld(startedOn, settings, now)) return;
  throw new Refused('INVALID', 'refused.day-too-old', {
    startedOn: {
      key: 'refused.kept-for-days',
      values: { days: retentionDaysOf(TIME_ENTRY, settings) ?? 0 },
    },
  });
}
