import { answer } from './answer';
import { dumpIndexes, dumpRows } from './dump';
import { Installation, type StorageModel } from './installation';
import { loadRows, restoreRow } from './load';
import type { Persistence } from './persistence';
import { readSchemas } from './schema';
import { startingSettings } from './settings';
import type { LocalStorage, OpenStorageOptions } from './types';
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
  const kept = directory === undefined ? undefined : await openKept(directory, installation, now());
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
    dump: (id) => dumpRows(installation(id), now()),
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
async function openKept(
  directory: string,
  installation: (id: string) => Installation,
  now: number,
): Promise<Persistence> {
  const { Persistence: Kept } = await import('./persistence');
  const kept = new Kept(directory);
  const restored = new Set<Installation>();
  for (const { installationId, row } of kept.rows()) {
    const owner = installation(installationId);
    restoreRow(owner, row, now);
    restored.add(owner);
  }
  // They are on disk already.
  for (const owner of restored) owner.takeChanges();
  return kept;
}
