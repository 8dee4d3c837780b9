import { kvs } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { dataSetOf } from './declared';
import { everyPage } from './every-page';
import { answered } from './failures';
import { MOST_ROWS } from './query';

export interface SeenRow {
  dataSet: DataSet;
  key: string;
  value: unknown;
}

/**
 * Every plain row, a page at a time; `undeclared` counts those that no data set of the map declares. Forge lists plain
 * keys from no key on, so that this cannot go on where it was cut off: what grows with people belongs in an entity.
 */
export async function* plainRows(map: DataMap): AsyncGenerator<{ rows: SeenRow[]; undeclared: number }> {
  const ask = (cursor: string | undefined) =>
    answered(() => {
      const query = kvs.query().limit(MOST_ROWS);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    });
  for await (const page of everyPage(ask)) {
    const rows = page.flatMap(({ key, value }) => {
      const dataSet = dataSetOf(map, { place: 'plain', key });
      return dataSet ? [{ dataSet, key, value }] : [];
    });
    yield { rows, undeclared: page.length - rows.length };
  }
}
