import { kvs } from '@forge/kvs';
import { deletionOf, isAsRead } from './as-read';
import type { DataMap, DataSet } from './data-set';
import { assertDeclared } from './declared';
import {
  answered,
  asStorageFailure,
  isStorageFailure,
  StorageBusyError,
  StorageRefusedError,
} from './failures';
import { addressOf, asStored, isInEntity, recordIn, type Address, type IndexQuery } from './layout';
import { runQuery, type Stored } from './query';
import { understood } from './understand';
import { runTransaction, type Change } from './transaction';
import { pageOfEntity, type EntityPage } from './whole-store';

export type { Expected } from './layout';
export type { Change, Check, Unconditional } from './transaction';

/** The address of one record. */
export interface Ref<Row extends object = object> {
  dataSet: DataSet<Row>;
  key: string;
}

/** A record as it was strictly read. */
export interface ReadRow<Row extends object = object> extends Ref<Row> {
  row: Row;
}

/** What is under each of the references, in their order: its row, or `undefined` where there is none. */
export type RowsOf<Refs extends readonly Ref[]> = {
  -readonly [At in keyof Refs]: (Refs[At] extends Ref<infer Row> ? Row : never) | undefined;
};

/** Forge's limit of operations in a transaction or batch. */
export const MOST_OPERATIONS = 25;

/**
 * The only way to Forge storage. Reads of records by key are strict; queries may be late (Forge documents no bound).
 * Every write is checked against the data map first, and rows of another version come as this one understands them. Failures are `UndeclaredError`, `StorageBusyError` or
 * `StorageRefusedError`, and none quotes a value; a mistake of ours, such as a `TypeError`, comes out as it is.
 */
export interface Store {
  readonly map: DataMap;
  get<Row extends object>(dataSet: DataSet<Row>, key: string): Promise<Row | undefined>;
  /** Records in the order of the references; `undefined` where there is none. One operation per 25 different ones. */
  getAll<const Refs extends readonly Ref[]>(refs: Refs): Promise<RowsOf<Refs>>;
  /** Those of the records that are there, strictly read. */
  present<Row extends object>(refs: ReadonlyArray<Ref<Row>>): Promise<Array<ReadRow<Row>>>;
  query<Row extends object>(dataSet: DataSet<Row>, query: IndexQuery): Promise<Array<Stored<Row>>>;
  /** A page of the entity in which the data set lies, whatever data sets its rows are of, in the order of Forge's keys. */
  entityPage(dataSet: DataSet, after: string | undefined): Promise<EntityPage>;
  /** All or nothing, at most 25 changes. */
  transact(changes: readonly Change[]): Promise<void>;
  /**
   * Sets one record without conditions: a secret or a plain row, which take none.
   * @throws TypeError for a row of an entity
   */
  put<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<void>;
  /** Writes the record unless there is one under the key, and gives what is there then. */
  putIfAbsent<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<Row>;
  /**
   * Deletes those of the records that are still as they were read; one that was written since stays. One operation per 25
   * where none was. Some may be gone when it fails.
   */
  deleteAsRead(rows: readonly ReadRow[]): Promise<void>;
}

/** The store of an installation, which holds what the data map declares and nothing else. */
export function openStore(map: DataMap): Store {
  return {
    map,
    get: async (dataSet, key) =>
      understood(map, dataSet, key, await answered(() => readOne(dataSet, key))) as never,
    getAll: async (refs) => (await readAll(map, refs)) as never,
    present: async (refs) => {
      const rows = await readAll(map, refs);
      return refs.flatMap((ref, at) => (rows[at] ? [{ ...ref, row: rows[at] as never }] : []));
    },
    query: async (dataSet, query) => {
      const rows = await answered(() => runQuery(dataSet, query));
      return rows.map(({ key, row }) => ({ key, row: understood(map, dataSet, key, row) as typeof row }));
    },
    entityPage: async (dataSet, after) => {
      const { rows, ...page } = await answered(() => pageOfEntity(map, dataSet, after));
      return {
        ...page,
        rows: rows.map((row) => ({ ...row, value: understood(map, row.dataSet, row.key, row.value) })),
      };
    },
    transact: async (changes) => {
      for (const change of changes) {
        if (change.do === 'set') assertDeclared(map, change.dataSet, change.key, change.row);
      }
      await answered(() => runTransaction(changes));
    },
    put: async (dataSet, key, row) => {
      if (isInEntity(dataSet)) throw new TypeError(`${dataSet.name} is written on conditions`);
      assertDeclared(map, dataSet, key, row);
      await answered(() => writeOne(dataSet, key, row));
    },
    putIfAbsent: async (dataSet, key, row) => {
      assertDeclared(map, dataSet, key, row);
      const present = await putIfAbsent(dataSet, key, row);
      return understood(map, dataSet, key, present) as typeof row;
    },
    deleteAsRead: async (rows) => {
      await inGroups(rows, deleteGroup);
    },
  };
}

/** Each different record once: Forge refuses a batch in which a key comes twice, as a whole. */
async function readAll(map: DataMap, refs: readonly Ref[]): Promise<Array<object | undefined>> {
  const different = new Map(refs.map((ref) => [addressText(ref), ref]));
  const rows = await inGroups([...different.values()], (group) => answered(() => readGroup(group)));
  const found = new Map([...different.keys()].map((text, at) => [text, rows[at]]));
  return refs.map((ref) => {
    const row = found.get(addressText(ref));
    return understood(map, ref.dataSet, ref.key, row) as object | undefined;
  });
}

async function inGroups<Item, Result>(
  items: readonly Item[],
  work: (group: readonly Item[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += MOST_OPERATIONS) {
    results.push(...(await work(items.slice(at, at + MOST_OPERATIONS))));
  }
  return results;
}

function readOne(dataSet: DataSet, key: string): Promise<unknown> {
  if (dataSet.place === 'secret') return kvs.getSecret(key);
  const at = addressOf(dataSet, key);
  return at.entityName === undefined ? kvs.get(at.key) : kvs.entity(at.entityName).get(at.key);
}

async function writeOne({ place }: DataSet, key: string, row: object): Promise<void> {
  await (place === 'secret' ? kvs.setSecret(key, row) : kvs.set(key, row));
}

async function putIfAbsent<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<Row> {
  const policy = { keyPolicy: 'FAIL_IF_EXISTS' as const };
  const at = addressOf(dataSet, key);
  try {
    if (dataSet.place === 'secret') await kvs.setSecret(key, row, policy);
    else if (at.entityName === undefined) await kvs.set(key, row, policy);
    else await kvs.entity(at.entityName).set(at.key, asStored(dataSet, key, row), policy);
    return row;
  } catch (error) {
    const failure = asStorageFailure(error);
    if (!isStorageFailure(failure)) throw failure;
    // The code of "exists" is documented nowhere: what is there decides.
    const present = (await answered(() => readOne(dataSet, key))) as Row | undefined;
    if (present === undefined) throw failure;
    return present;
  }
}

async function readGroup(group: readonly Ref[]): Promise<Array<object | undefined>> {
  const answer = await kvs.batchGet<object>(group.map(({ dataSet, key }) => addressOf(dataSet, key)));
  const found = new Map(answer.successfulKeys.map((item) => [textOf(item), item.value]));
  for (const failed of answer.failedKeys) {
    if (failed.error.code !== 'KEY_NOT_FOUND') throw new StorageBusyError(failed.error.code);
  }
  return group.map((ref) => found.get(addressText(ref)));
}

/** All in one transaction; if that is refused, each by itself. A row that was written since stays. */
async function deleteGroup(group: readonly ReadRow[]): Promise<never[]> {
  const refusal = await refusalOf(group);
  for (const one of refusal ? group : []) {
    const ofOne = group.length === 1 ? refusal : await refusalOf([one]);
    if (ofOne && (await isStillAsRead(one))) throw ofOne;
  }
  return [];
}

async function refusalOf(group: readonly ReadRow[]): Promise<StorageRefusedError | undefined> {
  const deletions = group.map(({ dataSet, key, row }) => deletionOf(dataSet, key, row));
  try {
    await answered(() => runTransaction(deletions));
    return undefined;
  } catch (error) {
    if (error instanceof StorageRefusedError) return error;
    throw error;
  }
}

async function isStillAsRead({ dataSet, key, row }: ReadRow): Promise<boolean> {
  const present = recordIn(dataSet, await answered(() => readOne(dataSet, key))) as object | undefined;
  return present !== undefined && isAsRead(dataSet, row, present);
}

const addressText = ({ dataSet, key }: Ref): string => textOf(addressOf(dataSet, key));

const textOf = ({ key, entityName = '' }: Address): string => `${entityName}/${key}`;
