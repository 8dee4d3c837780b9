import { kvs, Sort, WhereConditions } from '@forge/kvs';
import type { DataSet } from './data-set';
import { everyPage } from './every-page';
import { keyIn, queryOf, type EntityQuery, type IndexQuery, type RangeCondition } from './layout';

/** Forge's limit of rows on a page of a query. */
export const MOST_ROWS = 100;

/** A record with its key. */
export interface Stored<Row extends object = object> {
  key: string;
  row: Row;
}

/** What storage makes of such a range is documented nowhere; nothing lies in it. */
const isTurnedRound = (where: RangeCondition | undefined): boolean =>
  where !== undefined && 'between' in where && where.between[0] > where.between[1];

/** The records of a query, as many as were asked for or all there are. */
export async function runQuery<Row extends object>(
  dataSet: DataSet<Row>,
  query: IndexQuery,
): Promise<Array<Stored<Row>>> {
  const rows = await rowsOf(queryOf(dataSet, query));
  return rows.map(({ key, value }) => ({ key: keyIn(dataSet, key), row: value as Row }));
}

/** The rows of an entity as they are stored, as many as were asked for or all there are. */
export async function rowsOf(query: EntityQuery): Promise<Array<{ key: string; value: object }>> {
  const limit = query.limit ?? MOST_ROWS;
  const rows: Array<{ key: string; value: object }> = [];
  if (isTurnedRound(query.where)) return rows;
  const ask = (cursor: string | undefined) => pageOf(query, Math.min(limit - rows.length, MOST_ROWS), cursor);
  for await (const page of everyPage(ask)) {
    rows.push(...page);
    if (rows.length >= limit) break;
  }
  return rows;
}

/** One page of a query. */
export async function pageOf(query: EntityQuery, limit: number, cursor: string | undefined) {
  const partition = query.partition && { partition: [...query.partition] };
  let builder = kvs
    .entity<object>(query.entityName)
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
