import type { Settings } from '../privacy/data-sets/settings';
import type { Dependents, Engine } from '../privacy/engine';
import { removeRecords } from '../privacy/person/remove-records';
import { readSubject, type Subject } from '../privacy/person/subject';
import { assertMayDelete, assertNotHeld } from '../privacy/requests/own-deletion';
import type { Stored } from '../storage/query';
import type { Change, Ref } from '../storage/store';
import { entryRef, shiftTotals, totalsRef, yearOf } from './entries';
import { TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';
import { MOST_UNDONE, undoOf } from './undo';

interface Deletion {
  accountId: string;
  ids: readonly string[];
  /** Whether the person deletes entries of their own: then under the settings, which may ask for an approval first. */
  own?: { settings: Settings };
  /** Whether the person, as they stand then, leaves it open; otherwise what is left stays. */
  only?: (subject: Subject) => boolean;
  /** Changes to be made in each transaction, for example a line of the audit log. */
  also?: (deleted: number) => Change[];
}

interface Deleted {
  deleted: number;
  remaining: number;
  /** For the person who deleted a few of their own: what puts them back (`undo`). */
  undo?: string;
}

/**
 * Deletes entries of one person, with their share of the days' totals and counts, ten to a transaction.
 * IDs that are not there (any more) are skipped: what it says is what it deleted.
 * @throws Refused where the person needs an approval for one of them; nothing is deleted then
 */
export async function deleteEntries(
  engine: Engine,
  { accountId, ids, own, only, also }: Deletion,
): Promise<Deleted> {
  const keys = [...new Set(ids)].map((id) => entryRef(accountId, id).key);
  if (own) await assertMayDelete(engine, own.settings, TIME_ENTRY, keys);
  const removed = await removeRecords(engine, {
    dataSet: TIME_ENTRY,
    accountId,
    keys,
    onSite: own !== undefined,
    only: (_, subject) => {
      if (own) assertNotHeld(subject);
      return only?.(subject) ?? true;
    },
    ...(also && { also }),
  });
  const { subject } = await readSubject(engine, accountId);
  const isUndone = own && subject && removed.length > 0 && removed.length <= MOST_UNDONE;
  return {
    deleted: removed.length,
    remaining: subject?.standing.counts[TIME_ENTRY.name] ?? 0,
    ...(isUndone && { undo: await undoOf(engine, subject, removed as Array<Stored<TimeEntry>>) }),
  };
}

/** With an entry goes its share of its year's totals. */
export const ENTRY_DEPENDENTS: Dependents = {
  refs: (records) => totalsRefs(records as Array<Stored<TimeEntry>>).map(({ ref }) => ref),
  changes: (records, rows) => {
    const entries = records as Array<Stored<TimeEntry>>;
    const read = totalsRefs(entries).map(
      ({ year }, at) => [year, rows[at] as DayTotals | undefined] as const,
    );
    const accountId = entries[0]?.row.accountId;
    if (accountId === undefined) return [];
    const shifts = entries.map(({ row }) => ({ day: row.startedOn, seconds: -row.seconds }));
    return shiftTotals(accountId, new Map(read), shifts).changes;
  },
};

/** Where the totals stand of each year that has one of the entries. */
function totalsRefs(entries: ReadonlyArray<Stored<TimeEntry>>): Array<{ year: string; ref: Ref<DayTotals> }> {
  const years = new Map(entries.map(({ row }) => [yearOf(row.startedOn), row.accountId]));
  return [...years].map(([year, accountId]) => ({ year, ref: totalsRef(accountId, year) }));
}
