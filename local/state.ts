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

/** The rows of tables by name, as they were at some moment. */
export type KeptTables = Readonly<Record<string, readonly (readonly [string, unknown])[]>>;

/** What the local Forge remembers besides the app's storage. */
export interface State {
  table<T>(name: string): Table<T>;
  /** A copy of all that is in the tables that were asked for. */
  kept(): KeptTables;
  close(): Promise<void>;
}

/** Opens the state kept in a directory, or one that lives in memory and begins with what another had. */
export function openState(directory?: string, kept: KeptTables = {}): State {
  const root = directory === undefined ? undefined : openRoot(join(directory, 'forge'));
  const tables = new Map<string, Map<string, unknown>>();
  return {
    table: <T>(name: string) => {
      const rows = new Map(structuredClone(kept[name] ?? [])) as Map<string, T>;
      tables.set(name, rows);
      return root ? durableTable(root, name, rows) : mapTable(rows);
    },
    kept: () => structuredClone(Object.fromEntries([...tables].map(([name, rows]) => [name, [...rows]]))),
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

function durableTable<T>(root: RootDatabase, name: string, rows: Map<string, T>): Table<T> {
  const database: Database<T, string> = root.openDB({ name, encoding: 'json' });
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
