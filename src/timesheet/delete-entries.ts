import type { Settings } from '../privacy/data-sets/settings';
import type { Dependents, Engine, RecordChange } from '../privacy/engine';
import { removeRecords } from '../privacy/person/remove-records';
import { readSubject } from '../privacy/person/subject';
import { assertMayDelete } from '../privacy/requests/own-deletion';
import type { Stored } from '../storage/query';
import type { Change } from '../storage/store';
import { entryRef, totalsRef, totalsWith, yearOf } from './entries';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

interface Deletion {
  accountId: string;
  ids: readonly string[];
  /** Whether the person deletes entries of their own: then under the settings, which may ask for an approval first. */
  own?: { settings: Settings };
  /** Changes to be made in each transaction, for example a line of the audit log. */
  also?: (deleted: number) => Change[];
}

/**
 * Deletes entries of one person, with their share of the days' totals and counts, ten to a transaction.
 * IDs that are not there (any more) are skipped: what it says is what it deleted.
 * @throws Refused where the person needs an approval for one of them; nothing is deleted then
 */
export async function deleteEntries(
  engine: Engine,
  { accountId, ids, own, also }: Deletion,
): Promise<{ deleted: number; remaining: number }> {
  const keys = [...new Set(ids)].map((id) => entryRef(accountId, id).key);
  if (own) await assertMayDelete(engine, own.settings, TIME_ENTRY, keys);
  const deleted = await removeRecords(engine, {
    dataSet: TIME_ENTRY,
    accountId,
    keys,
    onSite: own !== undefined,
    ...(also && { also }),
  });
  const { subject } = await readSubject(engine, accountId);
  return { deleted, remaining: subject?.standing.counts[TIME_ENTRY.name] ?? 0 };
}

/** With an entry goes its share of its year's totals. */
export const ENTRY_DEPENDENTS: Dependents = {
  refs: (records) =>
    daysByYear(records as Array<Stored<TimeEntry>>).map(({ accountId, startedOn }) =>
      totalsRef(accountId, startedOn),
    ),
  changes: (records, rows) => {
    const entries = records as Array<Stored<TimeEntry>>;
    return daysByYear(entries).flatMap((first, at) =>
      totalsChange(first, rows[at] as DayTotals | undefined, entries),
    );
  },
};

/** One entry of each year. */
const daysByYear = (records: ReadonlyArray<Stored<TimeEntry>>): TimeEntry[] => [
  ...new Map(records.map(({ row }) => [yearOf(row.startedOn), row])).values(),
];

/** The totals of a year without the entries that go: replaced, or removed where no day is left. */
function totalsChange(
  { accountId, startedOn }: TimeEntry,
  totals: DayTotals | undefined,
  going: ReadonlyArray<Stored<TimeEntry>>,
): RecordChange[] {
  if (!totals) return [];
  const { key } = totalsRef(accountId, startedOn);
  const left = going
    .filter(({ row }) => yearOf(row.startedOn) === totals.year)
    .reduce((sum, { row }) => totalsWith(sum, accountId, row.startedOn, -row.seconds), totals);
  return Object.keys(left.seconds).length === 0
    ? [{ do: 'remove', dataSet: DAY_TOTALS, key, read: totals }]
    : [{ do: 'replace', dataSet: DAY_TOTALS, key, row: left }];
}
