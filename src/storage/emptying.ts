import { kvs, WhereConditions } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';

/** How an emptying keeps to its time: it waits where storage is busy, and stops where its time is over. */
export interface Hurry {
  pause: (ms: number) => Promise<void>;
  isOver: () => boolean;
}

/** Rows that a listing showed, and whether it was worked through to its end. */
export interface Emptied {
  rows: number;
  finished: boolean;
}

interface Address {
  key: string;
  entityName?: string;
}

const PAGE = 100;
const MOST_OPERATIONS = 25;
/** Before what failed is tried again; after the last it is left for another time. */
const PAUSES_MS = [500, 2_000, 5_000];

/** Deletes every row of an entity that its key index lists, in the order of keys, whatever is in it. */
export async function emptyEntity({ name }: DataSet, hurry: Hurry): Promise<Emptied> {
  let rows = 0;
  let after: string | undefined;
  for (;;) {
    const keys = await insist(hurry, () => keysOf(name, after));
    const deleted =
      keys &&
      (await deleteAll(
        keys.map((key) => ({ key, entityName: name })),
        hurry,
      ));
    if (!keys || !deleted) return { rows, finished: false };
    rows += keys.length;
    after = keys.at(-1);
    if (keys.length < PAGE) return { rows, finished: true };
  }
}

async function keysOf(name: string, after: string | undefined): Promise<string[]> {
  const query = kvs.entity<object>(name).query().index('by-key').limit(PAGE);
  const from = after === undefined ? query : query.where(WhereConditions.greaterThan(after));
  const { results } = await from.getMany();
  return results.map(({ key }) => key);
}

/** Deletes every plain row, also those that no data set declares. */
export async function emptyPlain(hurry: Hurry): Promise<Emptied> {
  let rows = 0;
  let cursor: string | undefined;
  do {
    const page = await insist(hurry, () => {
      const query = kvs.query().limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    const deleted =
      page &&
      (await deleteAll(
        page.results.map(({ key }) => ({ key })),
        hurry,
      ));
    if (!page || !deleted) return { rows, finished: false };
    rows += page.results.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { rows, finished: true };
}

/** Deletes the secrets of the map: Forge lists none, so one that no data set declares would stay. */
export async function deleteSecrets(map: DataMap, hurry: Hurry): Promise<boolean> {
  const keys = map.filter(({ place }) => place === 'secret').flatMap(keysOfSecret);
  for (const key of keys) {
    const gone = await insist(hurry, () => kvs.deleteSecret(key).then(() => true));
    if (!gone) return false;
  }
  return true;
}

/** The keys that a secret of this declaration may have. */
function keysOfSecret({ name, key }: DataSet): string[] {
  return key
    .map(([, kind]) => {
      if (kind.kind === 'one-of') return kind.values;
      throw new TypeError(`a secret of ${name} could not be found again to be deleted`);
    })
    .reduce<string[]>(
      (keys, values) => keys.flatMap((start) => values.map((value) => (start ? `${start}#${value}` : value))),
      [''],
    );
}

/** Deletes a page of rows, its groups side by side; gives whether all of it is gone. */
async function deleteAll(page: readonly Address[], hurry: Hurry): Promise<boolean> {
  const groups: Address[][] = [];
  for (let at = 0; at < page.length; at += MOST_OPERATIONS) groups.push(page.slice(at, at + MOST_OPERATIONS));
  const done = await Promise.all(groups.map((group) => insist(hurry, () => deleteGroup(group))));
  return done.every(Boolean);
}

/** A transaction counts as one write (documented); where it is refused, each row is tried by itself. */
async function deleteGroup(group: readonly Address[]): Promise<true> {
  try {
    const transaction = kvs.transact();
    for (const { key, entityName } of group) {
      transaction.delete(key, entityName === undefined ? undefined : { entityName });
    }
    await transaction.execute();
  } catch {
    const { failedKeys } = await kvs.batchDelete([...group]);
    const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (failed) throw new Error(failed.error.code);
  }
  return true;
}

/** Tries again after any failure, as long as there is time; nothing where it did not come to an end. */
export async function insist<Answer>(hurry: Hurry, work: () => Promise<Answer>): Promise<Answer | undefined> {
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    if (hurry.isOver()) return undefined;
    try {
      return await work();
    } catch {
      if (pauseMs !== undefined) await hurry.pause(pauseMs);
    }
  }
  return undefined;
}
