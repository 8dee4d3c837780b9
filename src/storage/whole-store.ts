import { kvs, WhereConditions } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { dataSetOf } from './declared';
import { asStorageFailure } from './failures';

/** Keys of an entity by their first character, so that a pass can be resumed without noting a key. */
const FIRST_CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
/** Before the first character, one slice for each, and after the last. */
export const SLICES = FIRST_CHARACTERS.length + 1;
const PAGE = 100;

export interface SeenRow {
  dataSet: DataSet;
  key: string;
  value: unknown;
}

/** Rows of one slice of an entity in the order of their keys, a page at a time, straight from the key index. */
export async function* entityRows(dataSet: DataSet, slice: number): AsyncGenerator<SeenRow[]> {
  let cursor: string | undefined;
  do {
    const page = await answered(() => {
      const query = kvs
        .entity<object>(dataSet.name)
        .query()
        .index('by-key')
        .where(boundsOf(slice))
        .limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    yield page.results.map(({ key, value }) => ({ dataSet, key, value }));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

function boundsOf(slice: number) {
  const [from, below] = [FIRST_CHARACTERS[slice - 1], FIRST_CHARACTERS[slice]];
  if (from === undefined) return WhereConditions.lessThan(below ?? '');
  return below === undefined
    ? WhereConditions.greaterThanEqualTo(from)
    : WhereConditions.between(from, `${from}~`);
}

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
