import { DATA_MAP } from '../../src/data-map';
import type { DataMap } from '../../src/storage/data-set';
import { assertDeclared, UndeclaredError } from '../../src/storage/declared';
import { asStored, recordAt, recordIn } from '../../src/storage/layout';
import type { LocalForge } from '../../local/forge';
import type { StoredRow } from '../../local/storage';

/** Walks everything that every installation stores, read raw, and expects the data map to declare all of it. */
export function expectStoredIsDeclared(forge: LocalForge, map: DataMap = DATA_MAP): void {
  const rows = forge.installations.list().flatMap(({ storageId }) => forge.storage.dump(storageId));
  expect(undeclared(rows, map)).toEqual([]);
}

/** What the data map does not declare, a line for each row; it names entity and field and no value. */
export function undeclared(rows: readonly StoredRow[], map: DataMap): string[] {
  return rows.flatMap((row) => {
    const place = `${row.store} ${row.entityName ?? ''}`;
    const at = recordAt(map, row);
    if (!at) return [`${place}: belongs to no data set`];
    const record = recordIn(at.dataSet, row.value);
    try {
      assertDeclared(map, at.dataSet, at.key, record);
      expect(asStored(at.dataSet, at.key, record as object)).toEqual(row.value);
      return [];
    } catch (error) {
      if (!(error instanceof UndeclaredError)) throw error;
      return [`${place}: ${error.message}`];
    }
  });
}
