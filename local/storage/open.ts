import { answer } from './answer';
import { dumpIndexes, dumpRows, ownedRows } from './dump';
import { Installation, type StorageModel } from './installation';
import { loadRows, restoreRow } from './load';
import type { Persistence } from './persistence';
import { readSchemas } from './schema';
import { startingSettings } from './settings';
import type { LocalStorage, OpenStorageOptions, OwnedRow } from './types';
import { newUsage } from './usage';

/** Opens the local Forge storage: in memory, or kept in a directory and read back from it. */
export async function openStorage(options: OpenStorageOptions): Promise<LocalStorage> {
  const { now, directory } = options;
  const model: StorageModel = {
    schemas: readSchemas(options.manifest),
    settings: startingSettings(options.settings),
    random: options.random ?? Math.random,
  };
  const installations = new Map<string, Installation>();
  const installation = (id: string): Installation => {
    const known = installations.get(id);
    if (known) return known;
    const created = new Installation(model);
    installations.set(id, created);
    return created;
  };
  const kept = directory === undefined ? undefined : await openKept(directory);
  restore(kept?.rows() ?? options.kept ?? [], installation, now());
  const commit = async (id: string): Promise<void> => {
    const changes = installation(id).takeChanges();
    await kept?.commit(id, changes);
  };

  return {
    settings: model.settings,
    handle: async (id, path, body) => {
      const response = answer(installation(id), id, path, body, now());
      await commit(id);
      return response;
    },
    dump: (id, entityName) => dumpRows(installation(id), now(), entityName),
    kept: () => [...installations].flatMap(([id, one]) => ownedRows(id, one, now())),
    dumpIndexes: (id) => dumpIndexes(installation(id), now()),
    load: async (id, rows) => {
      loadRows(installation(id), rows, now());
      await commit(id);
    },
    empty: async (id) => {
      await kept?.empty(id);
      installations.delete(id);
    },
    usage: (id) => installation(id).usage,
    resetUsage: (id) => {
      installation(id).usage = newUsage();
    },
    close: async () => kept?.close(),
  };
}

/** lmdb is loaded only where something is kept. */
async function openKept(directory: string): Promise<Persistence> {
  const { Persistence: Kept } = await import('./persistence');
  return new Kept(directory);
}

function restore(rows: Iterable<OwnedRow>, installation: (id: string) => Installation, now: number): void {
  const restored = new Set<Installation>();
  for (const { installationId, row } of rows) {
    const owner = installation(installationId);
    restoreRow(owner, row, now);
    restored.add(owner);
  }
  // They are on disk already, where anything is.
  for (const owner of restored) owner.takeChanges();
}
