import { kvs, WhereConditions } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { dataSetOf } from './declared';
import { asStorageFailure } from './failures';

/** Where a pass can be taken up again without noting a key: at the first key that begins with one of these. */
const FIRST_CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const PAGE = 100;

export interface SeenRow {
  dataSet: DataSet;
  key: string;
  value: unknown;
}

/**
 * Rows of an entity in the order of their keys, a page at a time, straight from the key index: all, or from a slice on
 * (`sliceOf` the last key that was seen).
 */
export async function* entityRows(dataSet: DataSet, fromSlice = 0): AsyncGenerator<SeenRow[]> {
  const first = FIRST_CHARACTERS[fromSlice - 1];
  let cursor: string | undefined;
  do {
    const page = await answered(() => {
      let query = kvs.entity<object>(dataSet.name).query().index('by-key').limit(PAGE);
      if (first !== undefined) query = query.where(WhereConditions.greaterThanEqualTo(first));
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    yield page.results.map(({ key, value }) => ({ dataSet, key, value }));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** The slice in which a key lies: 0 is before every first character. A pass taken up there sees the key again. */
export const sliceOf = (key: string): number =>
  FIRST_CHARACTERS.filter((character) => character <= key).length;

/** Every plain row, a page at a time; `undeclared` counts those that no data set of the map declares. */
export async function* plainRows(map: DataMap): AsyncGenerator<{ rows: SeenRow[]; undeclared: number }> {
  let cursor: string | undefined;
  do {
    const page = await answered(() => {
      const query = kvs.query().limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    });
    const rows = page.results.flatMap(({ key, value }) => {
      const dataSet = dataSetOf(map, { place: 'plain', key });
      return dataSet ? [{ dataSet, key, value }] : [];
    });
    yield { rows, undeclared: page.results.length - rows.length };
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

async function answered<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw asStorageFailure(error);
  }
}
