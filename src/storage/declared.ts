import type { DataMap, DataSet } from './data-set';
import { fieldsByName } from './fields';
import { isAccountId, isOf, isPlainObject } from './kinds';

/** No key is made of names of data sets. */
const NO_NAMES: ReadonlySet<string> = new Set();

/** A write that the data map does not declare. It names the data set and the field, never a value. */
export class UndeclaredError extends Error {
  override readonly name = 'UndeclaredError';
  constructor(
    readonly dataSet: string,
    readonly field: string,
    why: string,
  ) {
    super(`${dataSet}.${field}: ${why}`);
  }
}

/**
 * Refuses a record that the data set does not declare: an unknown field, a value of another kind, a missing field,
 * or a key that does not fit the record.
 * @throws UndeclaredError
 */
export function assertDeclared(map: DataMap, dataSet: DataSet, key: string, record: unknown): void {
  if (!map.includes(dataSet)) throw new UndeclaredError(dataSet.name, '(data set)', 'is not in the data map');
  if (!isPlainObject(record)) throw new UndeclaredError(dataSet.name, '(record)', 'is not an object');
  assertFields(dataSet, record, namesOf(map));
  assertKey(dataSet, key, record);
}

function assertFields(
  dataSet: DataSet,
  record: Record<string, unknown>,
  dataSets: ReadonlySet<string>,
): void {
  const fields = fieldsByName(dataSet);
  for (const name of Object.keys(record)) {
    if (!Object.hasOwn(fields, name)) throw new UndeclaredError(dataSet.name, name, 'is not in the data map');
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = record[name];
    if (value === undefined && field.optional) continue;
    if (!isOf(field.value, value, dataSets)) {
      throw new UndeclaredError(dataSet.name, name, `is not of kind ${field.value.kind}`);
    }
  }
}

function assertKey(dataSet: DataSet, key: string, record: Record<string, unknown>): void {
  const parts = keyParts(dataSet, key);
  if (!parts) throw new UndeclaredError(dataSet.name, '(key)', 'does not have the declared parts');
  for (const [name, value] of Object.entries(parts)) {
    if (Object.hasOwn(record, name) && record[name] !== value) {
      throw new UndeclaredError(dataSet.name, name, 'differs between key and record');
    }
  }
}

/** The named parts of a key of the data set, or undefined where it is not one. */
export function keyParts(dataSet: DataSet, key: string): Record<string, string> | undefined {
  const texts = key.split('#');
  if (texts.length !== dataSet.key.length) return undefined;
  if (!dataSet.key.every(([, kind], at) => isOf(kind, texts[at], NO_NAMES))) return undefined;
  return Object.fromEntries(dataSet.key.map(([name], at) => [name, texts[at] ?? '']));
}

/** Whose record a key names, also where a part of it is of a kind that an earlier version wrote. */
export function accountInKey(dataSet: DataSet, key: string): string | undefined {
  const texts = key.split('#');
  const account = texts[dataSet.key.findIndex(([name]) => name === 'accountId')];
  return texts.length === dataSet.key.length && isAccountId(account) ? account : undefined;
}

/** The data set to which a stored row belongs, by where it lies and how its key is made. */
export function dataSetOf(
  map: DataMap,
  row: { place: DataSet['place']; entityName?: string; key: string },
): DataSet | undefined {
  if (row.place === 'entity') return map.find((set) => set.place === 'entity' && set.name === row.entityName);
  return map.find((set) => set.place === row.place && keyParts(set, row.key) !== undefined);
}

const namesOf = (map: DataMap): ReadonlySet<string> => new Set(map.map((set) => set.name));
