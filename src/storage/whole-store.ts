import { kvs, WhereConditions } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { dataSetOf } from './declared';
import { answered } from './failures';

const PAGE = 100;

export interface SeenRow {
  dataSet: DataSet;
  key: string;
  value: unknown;
}

/** Rows of an entity in the order of their keys, a page at a time, straight from the key index: all, or those after a key. */
export async function* entityRows(dataSet: DataSet, after?: string): AsyncGenerator<SeenRow[]> {
  let cursor: string | undefined;
  do {
    const page = await answered(() => {
      let query = kvs.entity<object>(dataSet.name).query().index('by-key').limit(PAGE);
      if (after !== undefined) query = query.where(WhereConditions.greaterThan(after));
      return (cursor === undefined ? query : query.cursor(cursor)).getMany();
    });
    yield page.results.map(({ key, value }) => ({ dataSet, key, value }));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/**
 * Every plain row, a page at a time; `undeclared` counts those that no data set of the map declares. Forge lists plain
 * keys from no key on, so that this cannot go on where it was cut off: what grows with people belongs in an entity.
 */
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
