import type { Change } from '../storage/store';
import { MOST_OPERATIONS } from '../storage/store';
import type { Engine, Remover } from '../privacy/engine';
import { readSubject, type SubjectAndRows } from '../privacy/subjects';
import { writeAbout, type Plan, type RecordChange } from '../privacy/writing';
import { entryRef, totalsRef, totalsWith, yearOf } from './entries';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

/** Entries in one transaction: beside them stand the fence, the standing row, the totals of their years, an audit line. */
const ENTRIES_AT_ONCE = 10;
const MOST_READS = MOST_OPERATIONS - 3;

export interface Deletion {
  accountId: string;
  ids: readonly string[];
  /** Changes to be made in the first transaction, for example a line of the audit log. */
  also?: (deleted: number) => Change[];
}

/**
 * Deletes entries of one person, with their share of the days' totals and counts, ten to a transaction.
 * IDs that are not there (any more) are skipped: what it says is what it deleted.
 */
export async function deleteEntries(
  engine: Engine,
  deletion: Deletion,
): Promise<{ deleted: number; remaining: number }> {
  let deleted = 0;
  const ids = [...new Set(deletion.ids)];
  for (let at = 0; at < ids.length; at += ENTRIES_AT_ONCE) {
    deleted += await deleteSome(engine, deletion, ids.slice(at, at + ENTRIES_AT_ONCE));
  }
  const { subject } = await readSubject(engine, deletion.accountId);
  return { deleted, remaining: subject?.standing.counts[TIME_ENTRY.name] ?? 0 };
}

async function deleteSome(engine: Engine, deletion: Deletion, ids: readonly string[]): Promise<number> {
  const { accountId } = deletion;
  const entries = await presentEntries(engine, accountId, ids);
  if (entries.length === 0) return 0;
  const years = [...new Map(entries.map(({ row }) => [yearOf(row.startedOn), row.startedOn])).values()];
  const totals = years.map((day) => totalsRef(accountId, day));
  const reads = [...entries.map(({ key }) => ({ dataSet: TIME_ENTRY, key })), ...totals];
  return writeAbout(engine, {
    accountId,
    causedAt: engine.now(),
    registers: false,
    reads: reads.slice(0, MOST_READS),
    plan: (state) =>
      planDeletion(state, accountId, { entries, totals: totals.map(({ key }) => key) }, deletion),
  });
}

interface PresentEntry {
  key: string;
  row: TimeEntry;
}

async function presentEntries(
  engine: Engine,
  accountId: string,
  ids: readonly string[],
): Promise<PresentEntry[]> {
  const refs = ids.map((id) => entryRef(accountId, id));
  const rows = (await engine.store.getAll(refs)) as Array<TimeEntry | undefined>;
  return refs.flatMap(({ key }, at) => (rows[at] ? [{ key, row: rows[at] }] : []));
}

function planDeletion(
  state: SubjectAndRows,
  accountId: string,
  seen: { entries: readonly PresentEntry[]; totals: readonly string[] },
  deletion: Deletion,
): Plan<number> {
  const { length } = seen.entries;
  const present = seen.entries.filter((_, at) => state.rows[at] !== undefined);
  // Gone by our own transaction whose answer was lost, or by someone else's: either way they are deleted.
  if (present.length === 0 || !state.subject) return { done: length };
  const totals = state.rows.slice(length) as Array<DayTotals | undefined>;
  return {
    write: [
      ...present.map(({ key }): RecordChange => ({ do: 'remove', dataSet: TIME_ENTRY, key })),
      ...seen.totals.flatMap((key, at) => totalsChange(key, totals[at], accountId, present)),
    ],
    also: deletion.also?.(present.length) ?? [],
    result: length,
  };
}

/** The totals of a year without the entries that go: replaced, or removed where no day is left. */
function totalsChange(
  key: string,
  totals: DayTotals | undefined,
  accountId: string,
  going: readonly PresentEntry[],
): RecordChange[] {
  if (!totals) return [];
  const left = going
    .filter(({ row }) => yearOf(row.startedOn) === totals.year)
    .reduce((sum, { row }) => totalsWith(sum, accountId, row.startedOn, -row.seconds), totals);
  return Object.keys(left.seconds).length === 0
    ? [{ do: 'remove', dataSet: DAY_TOTALS, key }]
    : [{ do: 'replace', dataSet: DAY_TOTALS, key, row: left }];
}

/** How retention and the like remove time entries: with their share of the totals, as their owner would. */
export const removeEntries: Remover = async (engine, accountId, keys) => {
  const ids = keys.map((key) => key.slice(accountId.length + 1));
  return (await deleteEntries(engine, { accountId, ids })).deleted;
};
