import { Filter, FilterConditions, kvs, Sort, WhereConditions } from '@forge/kvs';
import { assertDeclared } from './declared';
import type { DataMap, DataSet } from './data-set';
import { answered, asStorageFailure, isStorageFailure, StorageBusyError } from './failures';

/** The address of one record. */
export interface Ref<Row extends object = object> {
  dataSet: DataSet<Row>;
  key: string;
}

export interface Stored<Row extends object = object> {
  key: string;
  row: Row;
}

/** Fields and the values they must have in the stored row for the transaction to be carried out. */
export type Expected = Readonly<Record<string, string | number | boolean>>;

/** One step of a transaction. A `check` is refused where the row is missing or differs (documented by Forge). */
export type Change =
  | { do: 'set'; dataSet: DataSet; key: string; row: object; expected?: Expected }
  | { do: 'delete'; dataSet: DataSet; key: string; expected?: Expected }
  | Check;

/** That a row is there and is as expected, for a transaction to be carried out. */
export interface Check {
  do: 'check';
  dataSet: DataSet;
  key: string;
  expected: Expected;
}

export interface IndexQuery {
  index: string;
  partition?: ReadonlyArray<string | number | boolean>;
  where?: RangeCondition;
  descending?: boolean;
  /** At most this many rows; 100 when not said. */
  limit?: number;
}

/** What the range of an index must be: `between` includes both ends, `above` and `below` exclude theirs. */
export type RangeCondition =
  | { between: readonly [string | number, string | number] }
  | { above: string | number }
  | { below: string | number };

/** Forge's limits: operations in a transaction or batch, and rows on a page of a query. */
export const MOST_OPERATIONS = 25;
export const MOST_ROWS = 100;

/**
 * The only way to Forge storage. Reads of records by key are strict; queries may be late (Forge documents no bound).
 * Every write is checked against the data map first. Failures are `UndeclaredError`, `StorageBusyError` or
 * `StorageRefusedError`, and none quotes a value; a mistake of ours, such as a `TypeError`, comes out as it is.
 */
export interface Store {
  readonly map: DataMap;
  get<Row extends object>(dataSet: DataSet<Row>, key: string): Promise<Row | undefined>;
  /** Records in the order of the references; `undefined` where there is none. One operation per 25. */
  getAll(refs: readonly Ref[]): Promise<Array<object | undefined>>;
  query<Row extends object>(dataSet: DataSet<Row>, query: IndexQuery): Promise<Array<Stored<Row>>>;
  /** All or nothing, at most 25 changes. */
  transact(changes: readonly Change[]): Promise<void>;
  /** Sets one record without conditions. */
  put<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<void>;
  /** Writes the record unless there is one under the key, and gives what is there then. */
  putIfAbsent<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<Row>;
  /** Deletes the records; one operation per 25. Some may be gone when it fails. */
  deleteAll(refs: readonly Ref[]): Promise<void>;
}

export function openStore(map: DataMap): Store {
  return {
    map,
    get: async (dataSet, key) => (await answered(() => readOne(dataSet, key))) as never,
    getAll: (refs) => inGroups(refs, (group) => answered(() => readGroup(group))),
    query: (dataSet, query) => answered(() => runQuery(dataSet, query)),
    transact: async (changes) => {
      for (const change of changes) {
        if (change.do === 'set') assertDeclared(map, change.dataSet, change.key, change.row);
      }
      await answered(() => runTransaction(changes));
    },
    put: async (dataSet, key, row) => {
      assertDeclared(map, dataSet, key, row);
      await answered(() => writeOne(dataSet, key, row));
    },
    putIfAbsent: async (dataSet, key, row) => {
      assertDeclared(map, dataSet, key, row);
      return putIfAbsent(dataSet, key, row);
    },
    deleteAll: async (refs) => {
      await inGroups(refs, (group) => answered(() => deleteGroup(group)));
    },
  };
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
  return dataSet.place === 'entity' ? kvs.entity(dataSet.name).get(key) : kvs.get(key);
}

async function writeOne(dataSet: DataSet, key: string, row: object): Promise<void> {
  if (dataSet.place === 'secret') await kvs.setSecret(key, row);
  else if (dataSet.place === 'entity') await kvs.entity(dataSet.name).set(key, row);
  else await kvs.set(key, row);
}

async function putIfAbsent<Row extends object>(dataSet: DataSet<Row>, key: string, row: Row): Promise<Row> {
  const policy = { keyPolicy: 'FAIL_IF_EXISTS' as const };
  try {
    if (dataSet.place === 'secret') await kvs.setSecret(key, row, policy);
    else if (dataSet.place === 'entity') await kvs.entity(dataSet.name).set(key, row, policy);
    else await kvs.set(key, row, policy);
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
  const answer = await kvs.batchGet<object>(group.map(address));
  const found = new Map(answer.successfulKeys.map((item) => [addressText(item), item.value]));
  for (const failed of answer.failedKeys) {
    if (failed.error.code !== 'KEY_NOT_FOUND') throw new StorageBusyError(failed.error.code);
  }
  return group.map((ref) => found.get(addressText(address(ref))));
}

async function deleteGroup(group: readonly Ref[]): Promise<never[]> {
  const answer = await kvs.batchDelete(group.map(address));
  const failed = answer.failedKeys.find((item) => item.error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new StorageBusyError(failed.error.code);
  return [];
}

function address(ref: Ref): { key: string; entityName?: string } {
  return ref.dataSet.place === 'entity' ? { key: ref.key, entityName: ref.dataSet.name } : { key: ref.key };
}

const addressText = (item: { key: string; entityName?: string }): string =>
  `${item.entityName ?? ''}/${item.key}`;

async function runQuery<Row extends object>(
  dataSet: DataSet<Row>,
  query: IndexQuery,
): Promise<Array<Stored<Row>>> {
  const limit = query.limit ?? MOST_ROWS;
  const rows: Array<Stored<Row>> = [];
  let cursor: string | undefined;
  do {
    const page = await pageOf(dataSet, query, Math.min(limit - rows.length, MOST_ROWS), cursor);
    rows.push(...page.results.map((item) => ({ key: item.key, row: item.value as Row })));
    cursor = page.nextCursor;
  } while (cursor !== undefined && rows.length < limit);
  return rows;
}

async function pageOf(dataSet: DataSet, query: IndexQuery, limit: number, cursor: string | undefined) {
  const partition = query.partition && { partition: [...query.partition] };
  let builder = kvs
    .entity<object>(dataSet.name)
    .query()
    .index(query.index, partition)
    .sort(query.descending ? Sort.DESC : Sort.ASC)
    .limit(limit);
  if (query.where) builder = builder.where(whereOf(query.where));
  if (cursor !== undefined) builder = builder.cursor(cursor);
  return builder.getMany();
}

function whereOf(condition: RangeCondition) {
  if ('between' in condition) return WhereConditions.between(...condition.between);
  if ('above' in condition) return WhereConditions.greaterThan(condition.above);
  return WhereConditions.lessThan(condition.below);
}

async function runTransaction(changes: readonly Change[]): Promise<void> {
  const transaction = kvs.transact();
  for (const change of changes) {
    const { dataSet, key } = change;
    if (change.do === 'check') {
      transaction.check(key, { entityName: dataSet.name, conditions: conditionsOf(change.expected) });
    } else if (change.do === 'delete') {
      transaction.delete(key, entityOf(change));
    } else {
      transaction.set(key, change.row, entityOf(change));
    }
  }
  await transaction.execute();
}

function entityOf({ dataSet, expected }: Change) {
  if (dataSet.place !== 'entity') return undefined;
  return { entityName: dataSet.name, ...(expected && { conditions: conditionsOf(expected) }) };
}

/** The fields that a row must have, in the words of Forge. */
export function conditionsOf(expected: Expected) {
  const [first, ...others] = Object.entries(expected);
  if (!first) throw new TypeError('a condition names at least one field');
  const equal = (value: string | number | boolean) => FilterConditions.equalTo(value);
  return others.reduce(
    (filter, [name, value]) => filter.and(name as never, equal(value)),
    new Filter<object>().and(first[0] as never, equal(first[1])),
  );
}
