import { kvs } from '@forge/kvs';
import type { DataMap, DataSet } from './data-set';
import { everyPage } from './every-page';
import { answered } from './failures';
import { entityNameOf, recordAt } from './layout';
import { MOST_ROWS, rowsOf } from './query';

export interface SeenRow {
  dataSet: DataSet;
  key: string;
  value: unknown;
}

/** Rows of an entity that data sets of the map declare, and how many others stood among them. */
export interface EntityPage {
  rows: SeenRow[];
  undeclared: number;
  /** Where Forge has the last of all these rows: behind it the next page begins. Missing where there was none. */
  last?: string;
  isFull: boolean;
}

/** A page of the entity in which a data set lies, in the order of Forge's keys; behind one of them where it is said. */
export async function pageOfEntity(
  map: DataMap,
  dataSet: DataSet,
  after: string | undefined,
): Promise<EntityPage> {
  const entityName = entityNameOf(dataSet);
  if (entityName === undefined) throw new TypeError(`${dataSet.name} lies in no entity`);
  const where = after === undefined ? {} : { where: { above: after } };
  const all = await rowsOf({ entityName, index: 'by-key', ...where, limit: MOST_ROWS });
  const rows = all.flatMap(({ key, value }) => {
    const record = recordAt(map, { store: 'entity', entityName, key });
    return record ? [{ ...record, value }] : [];
  });
  const last = all.at(-1)?.key;
  return {
    rows,
    undeclared: all.length - rows.length,
    ...(last !== undefined && { last }),
    isFull: all.length === MOST_ROWS,
  };
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
      const record = recordAt(map, { store: 'plain', key });
      return record ? [{ ...record, value }] : [];
    });
    yield { rows, undeclared: page.length - rows.length };
  }
}
