import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';

/** A small map that may outlive the process. */
export interface Table<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  values(): T[];
  entries(): [string, T][];
}

/** What the local Forge remembers besides the app's storage. */
export interface State {
  table<T>(name: string): Table<T>;
  close(): Promise<void>;
}

/** Opens the state kept in a directory, or one that lives in memory. */
export function openState(directory?: string): State {
  const root = directory === undefined ? undefined : openRoot(join(directory, 'forge'));
  return {
    table: <T>(name: string) => (root ? durableTable<T>(root, name) : mapTable(new Map<string, T>())),
    close: async () => root?.close(),
  };
}

/** Without waiting for the disk: what was written outlives the process, if not a power cut. */
function openRoot(path: string): RootDatabase {
  return open({ path, maxDbs: 100, noSync: true });
}

function mapTable<T>(rows: Map<string, T>): Table<T> {
  return {
    get: (key) => rows.get(key),
    set: (key, value) => void rows.set(key, value),
    delete: (key) => void rows.delete(key),
    values: () => [...rows.values()],
    entries: () => [...rows.entries()],
  };
}

function durableTable<T>(root: RootDatabase, name: string): Table<T> {
  const database: Database<T, string> = root.openDB({ name, encoding: 'json' });
  const rows = new Map<string, T>();
  for (const { key, value } of database.getRange()) rows.set(key, value);
  return {
    ...mapTable(rows),
    set: (key, value) => {
      rows.set(key, value);
      database.putSync(key, value);
    },
    delete: (key) => {
      rows.delete(key);
      database.removeSync(key);
    },
  };
}
