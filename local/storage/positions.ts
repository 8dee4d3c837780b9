import { StorageRefusal } from './errors';
import { LIMITS, type Limit } from './limits';
import type { EntitySchema, IndexSchema } from './schema';
import type { Fields } from './wire';

export type RangeValue = string | number | boolean;

/** Stand before and after every value of a range. */
export const LOWEST = Symbol('lowest');
export const HIGHEST = Symbol('highest');

/** Stand before and after every key: a key is never empty and never contains U+FFFF. */
export const BEFORE_KEYS = '';
export const AFTER_KEYS = '\uffff';

/** Where a row stands in one index: rows are in order of partition, range value and key. */
export interface Position {
  partition: string;
  range: RangeValue | typeof LOWEST | typeof HIGHEST;
  key: string;
}

export function comparePositions(a: Position, b: Position): number {
  if (a.partition !== b.partition) return a.partition < b.partition ? -1 : 1;
  if (a.range !== b.range) return compareRanges(a.range, b.range);
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function compareRanges(a: Position['range'], b: Position['range']): number {
  if (a === LOWEST || b === HIGHEST) return -1;
  if (a === HIGHEST || b === LOWEST) return 1;
  return a < b ? -1 : 1;
}

/** One position for each index of the entity; none where an attribute of the index is missing. */
export function positionsOf(schema: EntitySchema, key: string, value: Fields): (Position | undefined)[] {
  return schema.indexes.map((index) => positionIn(index, key, value));
}

/** Refuses values too long for the indexes they fall into. */
export function checkIndexedSizes(schema: EntitySchema, value: Fields): void {
  for (const index of schema.indexes) {
    const what = `entity ${schema.name} in index ${index.name}`;
    checkSize(index.partition, value, LIMITS.indexPartitionBytes, `The partition values of ${what}`);
    checkSize(
      index.range === undefined ? [] : [index.range],
      value,
      LIMITS.indexRangeBytes,
      `The range value of ${what}`,
    );
  }
}

function checkSize(attributes: readonly string[], value: Fields, limit: Limit, what: string): void {
  let bytes = 0;
  for (const name of attributes) {
    const attribute = value[name];
    if (typeof attribute === 'string') bytes += Buffer.byteLength(attribute);
    else if (attribute !== undefined) bytes += JSON.stringify(attribute).length;
  }
  if (bytes > limit.value) {
    throw new StorageRefusal('MAX_SIZE', `${what} take ${bytes} bytes; the limit is ${limit.value}.`);
  }
}

function positionIn(index: IndexSchema, key: string, value: Fields): Position | undefined {
  const range = index.range === undefined ? key : value[index.range];
  if (range === undefined) return undefined;
  const values = index.partition.map((name) => value[name]);
  if (values.includes(undefined)) return undefined;
  return { partition: partitionName(values), range: range as RangeValue, key };
}

/** One text for the values of a partition, in declared order; empty for an index without one. */
export function partitionName(values: readonly unknown[]): string {
  return values.length === 0 ? '' : JSON.stringify(values);
}
