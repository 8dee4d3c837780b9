import { DATA_MAP } from '../../src/data-map';
import type { DataMap, DataSet } from '../../src/storage/data-set';
import { addressOf, asStored, recordAt, recordIn } from '../../src/storage/layout';
import type { LoadedRow, StoredRow } from '../../local/storage';

/** Rows that were read raw, those of one data set, with the keys and values that it declares. */
export const rowsOf = (rows: readonly StoredRow[], name: string, map: DataMap = DATA_MAP): StoredRow[] =>
  rows.flatMap((row) => {
    const at = recordAt(map, row);
    if (!at) return row.entityName === name ? [row] : [];
    return at.dataSet.name === name ? [{ ...row, key: at.key, value: recordIn(at.dataSet, row.value) }] : [];
  });

/** Whether a row that was read raw is of a data set. */
export const isOf = (row: StoredRow, name: string): boolean => rowsOf([row], name).length > 0;

/** A record as it lies in storage, to be loaded raw. */
export const rawRow = (set: DataSet, key: string, record: object): LoadedRow => ({
  store: set.place === 'app-state' ? 'entity' : set.place,
  ...addressOf(set, key),
  value: asStored(set, key, record),
});
