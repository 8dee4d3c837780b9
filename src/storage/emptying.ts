import { kvs, WhereConditions } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { answered, StorageRefusedError } from './failures';
import { MOST_ROWS } from './query';
import { conditionsOf, MOST_OPERATIONS, type Check } from './store';
import { together } from './together';

/** How an emptying keeps to its time: it waits where storage is busy, and stops where its time is over. */
export interface Hurry {
  pause: (ms: number) => Promise<void>;
  isOver: () => boolean;
  /** Hears why something was left for another time. */
  gaveUp: (error: unknown) => void;
}

/** What an emptying needs: its time, and what must hold whenever rows are deleted, however late that arrives. */
export interface Emptying {
  hurry: Hurry;
  condition: Check;
}

/** Rows that a listing showed, and whether it was worked through to its end and each of them deleted. */
export interface Emptied {
  rows: number;
  finished: boolean;
}

interface Address {
  key: string;
  entityName?: string;
}

/** Rows that a transaction deletes beside its condition. */
const GROUP = MOST_OPERATIONS - 1;
/** As many full groups as a page of a query can hold. */
const PAGE = Math.floor(MOST_ROWS / GROUP) * GROUP;
/** Before what failed is tried again; after the last it is left for another time. */
const PAUSES_MS = [500, 2_000, 5_000];

/** Deletes every row of an entity that its key index lists, in the order of keys, whatever is in it. */
export async function emptyEntity({ name }: DataSet, emptying: Emptying): Promise<Emptied> {
  const emptied: Emptied = { rows: 0, finished: true };
  let after: string | undefined;
  for (;;) {
    const keys = await insist(emptying.hurry, () => keysOf(name, after));
    if (!keys) return { ...emptied, finished: false };
    const listed = keys.map((key) => ({ key, entityName: name }));
    emptied.finished = (await deleteAll(listed, emptying)) && emptied.finished;
    emptied.rows += keys.length;
    after = keys.at(-1);
    if (keys.length < PAGE) return emptied;
  }
}

async function keysOf(name: string, after: string | undefined): Promise<string[]> {
  const query = kvs.entity<object>(name).query().index('by-key').limit(PAGE);
  const from = after === undefined ? query : query.where(WhereConditions.greaterThan(after));
  const { results } = await from.getMany();
  return results.map(({ key }) => key);
}

/** Deletes every plain row, also those that no data set declares. */
export async function emptyPlain(emptying: Emptying): Promise<Emptied> {
  const emptied: Emptied = { rows: 0, finished: true };
  let cursor: string | undefined;
  do {
    const page = await insist(emptying.hurry, () => {
      const query = kvs.query().limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    if (!page) return { ...emptied, finished: false };
    const listed = page.results.map(({ key }) => ({ key }));
    emptied.finished = (await deleteAll(listed, emptying)) && emptied.finished;
    emptied.rows += listed.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return emptied;
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
async function deleteAll(page: readonly Address[], { hurry, condition }: Emptying): Promise<boolean> {
  const groups: Address[][] = [];
  for (let at = 0; at < page.length; at += GROUP) groups.push(page.slice(at, at + GROUP));
  const done = await together(groups.map((group) => insist(hurry, () => deleteGroup(group, condition))));
  return done.every(Boolean);
}

/** A transaction counts as one write (documented); where it is refused, each row is tried by itself. */
async function deleteGroup(group: readonly Address[], condition: Check): Promise<true> {
  try {
    await answered(() => deleteTogether(group, condition));
  } catch (error) {
    if (!(error instanceof StorageRefusedError)) throw error;
    await deleteEach(group, condition);
  }
  return true;
}

/** What can be deleted is; then it throws what the first of the others said. */
async function deleteEach(group: readonly Address[], condition: Check): Promise<void> {
  const refusals: unknown[] = [];
  for (const row of group) {
    await answered(() => deleteTogether([row], condition)).catch((error: unknown) => refusals.push(error));
  }
  if (refusals.length > 0) throw refusals[0];
}

async function deleteTogether(rows: readonly Address[], { dataSet, key, expected }: Check): Promise<void> {
  const transaction = kvs.transact();
  transaction.check(key, { entityName: dataSet.name, conditions: conditionsOf(expected) });
  for (const row of rows) {
    transaction.delete(row.key, row.entityName === undefined ? undefined : { entityName: row.entityName });
  }
  await transaction.execute();
}

/** Tries again after any failure, as long as there is time; nothing where it did not come to an end, which is told. */
export async function insist<Answer>(hurry: Hurry, work: () => Promise<Answer>): Promise<Answer | undefined> {
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    if (hurry.isOver()) return undefined;
    try {
      return await work();
    } catch (error) {
      if (pauseMs === undefined) hurry.gaveUp(error);
      else await hurry.pause(pauseMs);
    }
  }
  return undefined;
}
