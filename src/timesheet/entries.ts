import type { Entry } from '../contract';
import type { Engine } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertPlace, fitting, pageAfter, ROWS_BEYOND } from '../privacy/pages';
import { addDays, toDay } from '../privacy/time';
import type { Stored } from '../storage/query';
import type { Ref } from '../storage/store';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

/** Which entries, as strict optional types of payloads give it. */
interface Wanted {
  issueId?: string | undefined;
  /** First and last day, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Position after which the page begins: the `next` of the page before. */
  after?: string | undefined;
  limit?: number | undefined;
}

interface EntryPage {
  entries: Entry[];
  next?: string;
}

const STANDARD_PAGE = 50;
/** Before and after every position of a day, in the order of text. */
const LOWEST = '0';
const HIGHEST = '~';

export const entryRef = (accountId: string, id: string): Ref<TimeEntry> => ({
  dataSet: TIME_ENTRY,
  key: `${accountId}#${id}`,
});

export const totalsRef = (accountId: string, day: string): Ref<DayTotals> => ({
  dataSet: DAY_TOTALS,
  key: `${accountId}#${yearOf(day)}`,
});

export const yearOf = (day: string): string => day.slice(0, 4);

/**
 * A person's entries, newest day first. A page begins after a position and not at a cursor, which would not last.
 * @throws Refused where `after` is not the place of an entry, or the first day lies after the last
 */
export async function listEntries(engine: Engine, accountId: string, filter: Wanted): Promise<EntryPage> {
  assertPlace(TIME_ENTRY.fields.position.value, filter.after);
  const limit = fitting(filter.limit ?? STANDARD_PAGE);
  const first = filter.from ?? LOWEST;
  const end = `${filter.to ?? ''}${HIGHEST}`;
  const last = filter.after !== undefined && filter.after < end ? filter.after : end;
  // What storage makes of a range with its ends the other way round is documented nowhere.
  if (first > last) throw turnedRound();
  const rows = await engine.store.query(TIME_ENTRY, {
    ...(filter.issueId === undefined
      ? { index: 'by-person', partition: [accountId] }
      : { index: 'by-person-and-issue', partition: [accountId, filter.issueId] }),
    where: { between: [first, last] },
    descending: true,
    limit: limit + ROWS_BEYOND,
  });
  const page = pageAfter(rows.map(toListed), filter.after, limit);
  return {
    entries: page.items.map(({ entry }) => entry),
    ...(page.next !== undefined && { next: page.next }),
  };
}

const turnedRound = (): Refused =>
  new Refused('INVALID', 'The first day lies after the last. Nothing was changed; choose other days.', {
    from: 'This day lies after the last one.',
  });

const toListed = (stored: Stored<TimeEntry>): { position: string; entry: Entry } => ({
  position: stored.row.position,
  entry: toEntry(stored),
});

export function toEntry({ key, row }: Stored<TimeEntry>): Entry {
  const { accountId, issueId, projectId, startedOn, seconds, createdAt } = row;
  const id = key.slice(accountId.length + 1);
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

/** The totals of a year with one day's seconds changed; a day without seconds is left out. */
export function totalsWith(
  totals: DayTotals | undefined,
  accountId: string,
  day: string,
  change: number,
): DayTotals {
  const seconds = { ...totals?.seconds };
  const after = (seconds[day] ?? 0) + change;
  if (after > 0) seconds[day] = after;
  else delete seconds[day];
  return { accountId, year: yearOf(day), seconds };
}

/** The last day on which an entry is kept, given the days that administrators set. */
export const keptUntil = (entry: { createdAt: string }, retentionDays: number): string =>
  toDay(addDays(new Date(entry.createdAt), retentionDays));
