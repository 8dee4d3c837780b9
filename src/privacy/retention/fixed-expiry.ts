import type { DataSet, Index, Outlasts } from '../../storage/data-set';
import type { ReadRow } from '../../storage/store';
import type { Engine } from '../engine';
import { pagesOf } from '../pages';
import { waits } from './expiry';
import { addDays, FIRST_INSTANT, toInstant } from '../time';

/**
 * Rows about nobody by name whose fixed period has passed, some at a time, each as it is strictly read: an index only
 * proposes them. A row stays while it waits for something, or what it outlasts has not ended.
 */
export async function* expiredFixed(engine: Engine, set: DataSet): AsyncGenerator<ReadRow[]> {
  const { fixed } = set.retention;
  if (!fixed) return;
  const { range, partition: fields } = indexOf(set, fixed.index);
  const before = toInstant(addDays(engine.now(), -fixed.days));
  for (const partition of fixed.partitions) {
    const within = partition.length > 0 ? { partition } : {};
    const stretch = { index: fixed.index, ...within, range, from: FIRST_INSTANT, until: before };
    const isOver = (row: Record<string, unknown>): boolean =>
      fields.every((field, at) => row[field] === partition[at]) && String(row[range]) < before;
    for await (const listed of pagesOf(engine, set, stretch)) {
      const rows = await engine.store.present(listed.map(({ key }) => ({ dataSet: set, key })));
      const over = rows.filter(
        ({ row }) => isOver(row as Record<string, unknown>) && !waits(row, fixed.unless),
      );
      yield fixed.outlasts ? await outlasting(engine, over, fixed.outlasts) : over;
    }
  }
}

function indexOf(set: DataSet, name: string): Index {
  const index = set.indexes.find((one) => one.name === name);
  if (!index) throw new TypeError(`${set.name} has no index ${name}`);
  return index;
}

/** Those of the rows whose named row has ended, or is not there any more. */
async function outlasting(
  engine: Engine,
  rows: readonly ReadRow[],
  { dataSet: name, by, field, ended }: Outlasts,
): Promise<ReadRow[]> {
  const dataSet = engine.store.map.find((set) => set.name === name);
  if (!dataSet) throw new TypeError(`the data map has no ${name}`);
  const valueIn = (row: object, of: string): string => String((row as Record<string, unknown>)[of]);
  const named = await engine.store.getAll(rows.map(({ row }) => ({ dataSet, key: valueIn(row, by) })));
  return rows.filter((_, at) => {
    const row = named[at];
    return row === undefined || ended.includes(valueIn(row, field));
  });
}
