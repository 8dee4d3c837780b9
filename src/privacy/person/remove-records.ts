import { isAsRead } from '../../storage/as-read';
import type { DataSet } from '../../storage/data-set';
import type { Stored } from '../../storage/query';
import type { Change } from '../../storage/store';
import type { Engine, RecordChange } from '../engine';
import type { SubjectAndRows, Subject } from './subject';
import { writeAbout, type Plan } from './write';

/**
 * Records in one transaction: each may take another row along, and beside them stand the live row, the standing row, whose
 * store it is, and a line of the audit log.
 */
const RECORDS_AT_ONCE = 10;

interface Removal {
  dataSet: DataSet;
  accountId: string;
  keys: readonly string[];
  /** Whether a record may go, as it and its person stand then; otherwise it is skipped. */
  only?: (record: object, subject: Subject) => boolean;
  /** Whether the person asks for it in the app. */
  onSite?: boolean;
  /** Changes to be made with those of each transaction, for example a line of the audit log. */
  also?: (removed: number, subject: Subject) => Change[];
}

/**
 * Removes records of one person with what depends on them, ten to a transaction. Keys that are not there (any more) are
 * skipped, and so is what was written since it was first read.
 * @returns those that were there and are gone, as they were read
 */
export async function removeRecords(engine: Engine, removal: Removal): Promise<Stored[]> {
  const removed: Stored[] = [];
  for (let at = 0; at < removal.keys.length; at += RECORDS_AT_ONCE) {
    removed.push(...(await removeSome(engine, removal, removal.keys.slice(at, at + RECORDS_AT_ONCE))));
  }
  return removed;
}

async function removeSome(engine: Engine, removal: Removal, keys: readonly string[]): Promise<Stored[]> {
  const { dataSet, accountId, onSite = false } = removal;
  const records = await engine.store.present(keys.map((key) => ({ dataSet, key })));
  if (records.length === 0) return [];
  const dependents = engine.dependents[dataSet.name]?.refs(records) ?? [];
  return writeAbout(engine, {
    accountId,
    causedAt: engine.now(),
    onSite,
    reads: [...records.map(({ key }) => ({ dataSet, key })), ...dependents],
    plan: (state) => planRemoval(engine, state, removal, records),
  });
}

function planRemoval(
  engine: Engine,
  { subject, rows }: SubjectAndRows,
  { dataSet, also, only }: Removal,
  records: readonly Stored[],
): Plan<Stored[]> {
  // Their erasure deletes what is left, and counts it.
  if (!subject) return { done: [] };
  // What is gone went by our own transaction whose answer was lost, or by someone else's: either way it is removed.
  const present = records.flatMap((read, at) => (rows[at] ? [{ read, now: rows[at] }] : []));
  const going = present
    .filter(({ read, now }) => isAsRead(dataSet, read.row, now) && (!only || only(now, subject)))
    .map(({ read, now }) => ({ key: read.key, row: now }));
  const staying = new Set(present.map(({ read }) => read.key));
  for (const { key } of going) staying.delete(key);
  const removed = records.filter(({ key }) => !staying.has(key));
  if (going.length === 0) return { done: removed };
  const refs = engine.dependents[dataSet.name]?.refs(records) ?? [];
  const dependents = new Map(refs.map(({ key }, at) => [key, rows[records.length + at]]));
  return {
    write: removals(engine, dataSet, going, dependents),
    also: also?.(going.length, subject) ?? [],
    result: removed,
  };
}

/** The changes that remove records of one person with what depends on them: `read` is what is there of that, by key. */
export function removals(
  engine: Engine,
  dataSet: DataSet,
  records: readonly Stored[],
  read: ReadonlyMap<string, object | undefined>,
): RecordChange[] {
  const dependents = engine.dependents[dataSet.name];
  const rows = dependents?.refs(records).map(({ key }) => read.get(key)) ?? [];
  return [
    ...records.map(({ key, row }): RecordChange => ({ do: 'remove', dataSet, key, read: row })),
    ...(dependents?.changes(records, rows) ?? []),
  ];
}
