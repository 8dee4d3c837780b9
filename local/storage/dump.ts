import type { Installation } from './installation';
import type { Row } from './row';
import type { Space } from './space';
import type { OwnedRow, StoredRow } from './types';

/** Every row as stored, or every one of an entity, in order of store, entity and key. */
export function dumpRows(installation: Installation, now: number, entityName?: string): StoredRow[] {
  installation.sweep(now);
  const { spaces } = installation;
  const asked = entityName === undefined ? spaces : spaces.filter((one) => one.entityName === entityName);
  return asked.flatMap((space) => {
    const rows = [...space.rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return rows.map((row) => storedRow(space, row));
  });
}

/** Every row as it is kept. */
export function ownedRows(installationId: string, installation: Installation, now: number): OwnedRow[] {
  installation.sweep(now);
  return installation.spaces.flatMap(({ store, entityName, rows }) =>
    [...rows.values()].map(({ key, text, createdAt, updatedAt, expiresAt }) => ({
      installationId,
      row: {
        store,
        entityName,
        key,
        text,
        createdAt,
        updatedAt,
        ...(expiresAt !== undefined && { expiresAt }),
      },
    })),
  );
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

/** Its value is parsed when somebody looks at it: who dumps a store mostly wants a few of its rows. */
function storedRow(space: Space, row: Row): StoredRow {
  const { key, text, createdAt, updatedAt, expiresAt } = row;
  let parsed: { value: unknown } | undefined;
  return {
    store: space.store,
    ...(space.entityName === undefined ? {} : { entityName: space.entityName }),
    key,
    get value() {
      parsed ??= { value: JSON.parse(text) };
      return parsed.value;
    },
    createdAt,
    updatedAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
