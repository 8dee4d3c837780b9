import { StorageRefusal } from './errors';
import type { Installation } from './installation';
import { checkedKey } from './keys';
import type { Row } from './row';
import type { Space } from './space';
import type { LoadedRow, RestoredRow, StoreName } from './types';

/** Stores rows in bulk, all or none; queries show them at once. */
export function loadRows(installation: Installation, rows: Iterable<LoadedRow>, now: number): void {
  const checked: { space: Space; row: Row }[] = [];
  for (const loaded of rows) checked.push(checkedRow(installation, loaded, checked.length + 1, now));
  for (const { space, row } of checked) installation.putSettled(space, row, now);
}

/** Puts back a row that was kept on disk. */
export function restoreRow(installation: Installation, restored: RestoredRow, now: number): void {
  const { key, text, createdAt, updatedAt, expiresAt, entityName } = restored;
  if (entityName !== undefined && !installation.entities.has(entityName)) {
    throw new Error(`The directory holds rows of entity ${entityName}, which the manifest does not declare.`);
  }
  const space = spaceOf(installation, restored);
  installation.putSettled(space, space.restoredRow(key, text, { createdAt, updatedAt, expiresAt }), now);
}

function checkedRow(
  installation: Installation,
  loaded: LoadedRow,
  number: number,
  now: number,
): { space: Space; row: Row } {
  try {
    const space = spaceOf(installation, loaded);
    const key = checkedKey(loaded.key, loaded.store);
    const times = { createdAt: now, updatedAt: now, expiresAt: undefined };
    return { space, row: space.checkedRow(key, loaded.value, times, installation.model.settings) };
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error;
    throw new StorageRefusal(error.code, `Row ${number} cannot be stored, so none was. ${error.message}`);
  }
}

function spaceOf(
  installation: Installation,
  { store, entityName }: { store: StoreName; entityName?: string | undefined },
): Space {
  if (store === 'entity') return installation.entitySpace(entityName);
  return store === 'secret' ? installation.secret : installation.plain;
}
