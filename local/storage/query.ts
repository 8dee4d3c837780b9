import { readMetadataOption, type Call, type Operation } from './call';
import { readFilters, type Predicate } from './conditions';
import { cursorAfter, readCursor } from './cursor';
import { StorageRefusal, type ErrorCode } from './errors';
import { LIMITS } from './limits';
import { readPartition } from './partition';
import type { Position } from './positions';
import { readBounds, type Bounds } from './ranges';
import { rowAnswer, type MetadataField, type Row } from './row';
import type { Space } from './space';
import { fieldsOf, isObject, listOf, wordOf, type Fields } from './wire';

interface Query {
  space: Space;
  place: number;
  partition: string;
  bounds: Bounds;
  descending: boolean;
  filter: Predicate | undefined;
  cursor: unknown;
  limit: number;
  metadata: MetadataField[];
  /** Everything that a cursor is bound to. */
  identity: string;
}

const PLAIN_FIELDS = new Set(['limit', 'after', 'where', 'options']);
const WHERE_FIELDS = new Set(['property', 'condition', 'values']);
const ENTITY_FIELDS = new Set([
  ...['entityName', 'indexName', 'partition', 'range', 'filters'],
  ...['sort', 'cursor', 'limit', 'options'],
]);
const SORTS = ['ASC', 'DESC'] as const;

/** Lists plain keys in key order. */
export const plainQuery: Operation = (call) => {
  const fields = fieldsOf(call.body, 'A query', PLAIN_FIELDS);
  return page(call, {
    space: call.installation.plain,
    place: 0,
    partition: '',
    bounds: readBounds(readWhere(fields['where']), '', 'string'),
    descending: false,
    filter: undefined,
    cursor: fields['after'],
    limit: pageLimit(fields['limit'], 'LIST_QUERY_LIMIT_EXCEEDED'),
    metadata: readMetadataOption(fields['options']),
    identity: identityOf(call, fields, ['where']),
  });
};

/** Lists an entity's rows in the order of one of its indexes. */
export const entityQuery: Operation = (call) => {
  const fields = fieldsOf(call.body, 'A query', ENTITY_FIELDS);
  const space = call.installation.entitySpace(fields['entityName']);
  const { schema } = space;
  const place = space.indexPlace(String(fields['indexName']));
  const index = place === undefined ? undefined : schema.indexes[place];
  if (place === undefined || !index) {
    throw new StorageRefusal(
      'INVALID_ENTITY_INDEX',
      `Entity ${schema.name} has no index ${String(fields['indexName'])}.`,
    );
  }
  const partition = readPartition(fields['partition'], index, schema);
  const type = index.range === undefined ? 'string' : (schema.attributes.get(index.range) ?? 'string');
  return page(call, {
    space,
    place,
    partition,
    bounds: readBounds(fields['range'], partition, type),
    descending: wordOf(fields['sort'], 'sort', SORTS) === 'DESC',
    filter: readFilters(fields['filters'], schema, fields['range'] === undefined ? 0 : 1),
    cursor: fields['cursor'],
    limit: pageLimit(fields['limit'], 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    metadata: readMetadataOption(fields['options']),
    identity: identityOf(call, fields, ['entityName', 'indexName', 'partition', 'range', 'filters', 'sort']),
  });
};

function readWhere(where: unknown): Fields | undefined {
  if (where === undefined) return undefined;
  const clauses = listOf(where, 'where');
  if (clauses.length === 0) return undefined;
  if (clauses.length > 1) {
    throw new StorageRefusal(
      'QUERY_WHERE_INVALID',
      `A query has ${clauses.length} where clauses; the limit is 1.`,
    );
  }
  const { property, condition, values } = fieldsOf(clauses[0], 'The where clause', WHERE_FIELDS);
  if (property !== 'key') {
    throw new StorageRefusal(
      'QUERY_WHERE_FIELD_INVALID',
      `A query is on ${String(property)}; only key is possible.`,
    );
  }
  if (condition !== 'BEGINS_WITH') {
    throw new StorageRefusal(
      'INVALID_FILTER_CONDITION',
      `A query uses ${String(condition)}; only BEGINS_WITH is possible.`,
    );
  }
  return { condition, values };
}

function pageLimit(limit: unknown, code: ErrorCode): number {
  if (limit === undefined) return LIMITS.pageDefault.value;
  const { value: maximum } = LIMITS.pageMaximum;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= maximum) return limit;
  throw new StorageRefusal(
    code,
    `A page of ${JSON.stringify(limit)} rows was asked; it must be from 1 to ${maximum}.`,
  );
}

function identityOf(call: Call, fields: Fields, names: readonly string[]): string {
  return JSON.stringify([call.installationId, call.path, ...names.map((name) => fields[name])]);
}

/** Reads a page and puts the filter to it afterwards, so a page may be empty and still not the last. */
function page(call: Call, query: Query): string {
  const { rows, last, isLast } = readRows(call, query);
  call.installation.usage.rowsRead += rows.length;
  const shown = query.filter ? rows.filter((row) => query.filter?.(valueOf(row))) : rows;
  const data = shown.map((row) => rowAnswer(row, query.metadata)).join(',');
  const goesOn = isLast ? call.settings.cursorAtEnd === 'present' && rows.length === query.limit : true;
  const cursor = last && goesOn ? `,"cursor":"${cursorAfter(last, query.identity)}"` : '';
  return `{"data":[${data}]${cursor}}`;
}

function readRows(call: Call, query: Query): { rows: Row[]; last: Position | undefined; isLast: boolean } {
  const { low, high } = boundsAfterCursor(query);
  const rows: Row[] = [];
  let last: Position | undefined;
  const index = query.space.indexes[query.place];
  const { pageRows, pageBytes } = call.settings;
  const most = Math.min(query.limit, pageRows);
  let bytes = 0;
  for (const [position, row] of index?.between(low, high, query.descending, call.now) ?? []) {
    bytes += row.text.length;
    if (rows.length === most || (rows.length > 0 && bytes > pageBytes)) return { rows, last, isLast: false };
    rows.push(row);
    last = position;
  }
  return { rows, last, isLast: true };
}

function boundsAfterCursor({ bounds, cursor, identity, partition, descending }: Query): Bounds {
  if (cursor === undefined) return bounds;
  const from = readCursor(cursor, identity, partition);
  return descending ? { ...bounds, high: from } : { ...bounds, low: from };
}

function valueOf(row: Row): Fields {
  const value: unknown = JSON.parse(row.text);
  return isObject(value) ? value : {};
}
