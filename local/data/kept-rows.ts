import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedRow, StoredRow } from '../storage';

/** Gives the rows that loading something adds to those that were there before; makes them where none are kept. */
export type KeptRows = (before: StoredRow[], make: () => Promise<LoadedRow[]>) => Promise<LoadedRow[]>;

async function readRows(file: string): Promise<LoadedRow[] | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LoadedRow[];
  } catch {
    return undefined;
  }
}

/** Writes beside and renames, so that a file is whole or not there; the newest takes the place of all before. */
async function keepRows(folder: string, name: string, rows: LoadedRow[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const beside = path.join(folder, `${name}.${process.pid}`);
  await writeFile(beside, JSON.stringify(rows));
  await rename(beside, path.join(folder, name));
  const old = (await readdir(folder)).filter((other) => other.endsWith('.json') && other !== name);
  await Promise.all(old.map((other) => rm(path.join(folder, other), { force: true })));
}

/** Without the instants at which it was written. */
function asLoaded({ store, entityName, key, value }: LoadedRow): LoadedRow {
  return { store, ...(entityName === undefined ? {} : { entityName }), key, value };
}

function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

/**
 * Keeps the rows of one load in a folder.
 * @param madeOf everything that the rows follow from, besides those that were there before
 */
export function keptRows(folder: string, madeOf: readonly (string | Uint8Array)[]): KeptRows {
  return async (before, make) => {
    const name = `${digestOf([...madeOf, JSON.stringify(before.map(asLoaded))])}.json`;
    const kept = await readRows(path.join(folder, name));
    if (kept) return kept;
    const rows = (await make()).map(asLoaded);
    await keepRows(folder, name, rows);
    return rows;
  };
}
