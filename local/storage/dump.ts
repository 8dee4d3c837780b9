import type { Installation } from './installation';
import type { Row } from './row';
import type { Space } from './space';
import type { StoredRow } from './types';

/** Every row as stored, in order of store, entity and key. */
export function dumpRows(installation: Installation, now: number): StoredRow[] {
  installation.sweep(now);
  return installation.spaces.flatMap((space) => {
    const rows = [...space.rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return rows.map((row) => storedRow(space, row));
  });
}

/** Every row that some index still shows, in the state it shows; two states of one row are both listed. */
export function dumpIndexes(installation: Installation, now: number): StoredRow[] {
  installation.sweep(now);
  return installation.spaces.flatMap((space) => {
    const shown = new Set<Row>();
    for (const index of space.indexes) for (const row of index.rows(now)) shown.add(row);
    return [...shown].sort((a, b) => (a.key < b.key ? -1 : 1)).map((row) => storedRow(space, row));
  });
}

function storedRow(space: Space, row: Row): StoredRow {
  const { key, text, createdAt, updatedAt, expiresAt } = row;
  return {
    store: space.store,
    ...(space.entityName === undefined ? {} : { entityName: space.entityName }),
    key,
    value: JSON.parse(text) as unknown,
    createdAt,
    updatedAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
