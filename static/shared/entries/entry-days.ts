import type { Day, ListedEntry } from '../../../src/contract';

/** The entries of a day that stand on a page. */
export interface EntryDay {
  day: Day;
  entries: ListedEntry[];
  /** Others of this day may stand on the page before or after. */
  isPart: boolean;
}

/** Entries in the order of days, by day. @param goesOn whether there are pages before and after this one */
export function daysOf(
  entries: readonly ListedEntry[],
  goesOn: { before: boolean; after: boolean },
): EntryDay[] {
  const days = new Map<Day, ListedEntry[]>();
  for (const entry of entries) days.set(entry.startedOn, [...(days.get(entry.startedOn) ?? []), entry]);
  return [...days].map(([day, ofDay], at) => ({
    day,
    entries: ofDay,
    isPart: (at === 0 && goesOn.before) || (at === days.size - 1 && goesOn.after),
  }));
}
