import type { DataMap, DataSet } from './data-set';
import { keyParts } from './declared';
import { isPlainObject } from './kinds';

/**
 * How records lie in Forge's storage: the only place that knows it. Most data sets have an entity of their own, with an
 * attribute for each field. Those about nobody share one entity, since Forge lets an app have 20 and takes none back: there
 * a new data set, or a new field of one, needs no change of the manifest.
 */

/** The entity that data sets share whose place is `app-state`. */
export const APP_STATE = 'app-state';

/** Fields of a data set in `app-state` that conditions may name: each is an attribute. The others lie in `fields`. */
export const CONDITION_FIELDS = {
  version: 'integer',
  state: 'string',
  holder: 'string',
  digest: 'string',
} as const;

/** What Forge is told of the shared entity. `kind` is the name of the data set, `id` the key of the record in it. */
export const APP_STATE_SCHEMA = {
  attributes: { kind: 'string', id: 'string', ...CONDITION_FIELDS, fields: 'any' },
  index: { name: 'by-kind', partition: ['kind'], range: 'id' },
} as const;

/** Where Forge has a row; without the name of an entity, it is a plain one or a secret. */
export interface Address {
  key: string;
  entityName?: string;
}

const isShared = ({ place }: DataSet): boolean => place === 'app-state';

/** Whether records of the data set lie in an entity. */
export const isInEntity = ({ place }: DataSet): boolean => place === 'entity' || place === 'app-state';

/** The entity in which a data set lies, if it lies in one. */
export function entityNameOf(set: DataSet): string | undefined {
  if (isShared(set)) return APP_STATE;
  return set.place === 'entity' ? set.name : undefined;
}

/** No name of a data set has a `#` in it, so no two data sets can meet under one key. */
const prefixOf = ({ name }: DataSet): string => `${name}#`;

/** Where a record of a data set is stored. */
export function addressOf(set: DataSet, key: string): Address {
  const entityName = entityNameOf(set);
  return { key: isShared(set) ? prefixOf(set) + key : key, ...(entityName !== undefined && { entityName }) };
}

/** The data set to which a stored row belongs, by where it lies, and its key there; nothing where the map knows none. */
export function recordAt(
  map: DataMap,
  { store, entityName, key }: Address & { store: 'entity' | 'plain' | 'secret' },
): { dataSet: DataSet; key: string } | undefined {
  const dataSet = map.find((set) => {
    if (store !== 'entity') return set.place === store && keyParts(set, key) !== undefined;
    if (entityName === undefined || entityName !== entityNameOf(set)) return false;
    return !isShared(set) || key.startsWith(prefixOf(set));
  });
  return dataSet && { dataSet, key: keyIn(dataSet, key) };
}

/** The record as Forge gets it. */
export function asStored(set: DataSet, key: string, record: object): object {
  if (!isShared(set)) return record;
  const inEntries = (ofConditions: boolean): object =>
    Object.fromEntries(
      Object.entries(record).filter(([name]) => Object.hasOwn(CONDITION_FIELDS, name) === ofConditions),
    );
  return { kind: set.name, id: key, ...inEntries(true), fields: inEntries(false) };
}

/** Attributes of the shared entity that are no fields of a record. */
const OF_NO_RECORD: ReadonlySet<string> = new Set(['kind', 'id', 'fields']);

/** The record in what Forge has. */
export function recordIn(set: DataSet, stored: unknown): unknown {
  if (!isShared(set) || !isPlainObject(stored)) return stored;
  const attributes = Object.entries(stored).filter(([name]) => !OF_NO_RECORD.has(name));
  return { ...(isPlainObject(stored['fields']) && stored['fields']), ...Object.fromEntries(attributes) };
}

/** Whether a condition can name the field. */
export const isNameable = (set: DataSet, field: string): boolean =>
  !isShared(set) || Object.hasOwn(CONDITION_FIELDS, field);

/** Fields and the values they must have in the stored row for the transaction to be carried out. */
export type Expected = Readonly<Record<string, string | number | boolean>>;

/**
 * Refuses a condition on what lies in `fields`: Forge cannot look into it.
 * @throws TypeError
 */
export function assertNameable(set: DataSet, expected: Expected): void {
  const hidden = Object.keys(expected).find((name) => !isNameable(set, name));
  if (hidden !== undefined) throw new TypeError(`no condition can name ${set.name}.${hidden}`);
}

/** What is wanted of an index. */
export interface IndexQuery {
  index: string;
  partition?: ReadonlyArray<string | number | boolean>;
  where?: RangeCondition;
  descending?: boolean;
  /** At most this many rows; 100 when not said. */
  limit?: number;
}

/** A query of an entity, whatever data sets lie in it. */
export type EntityQuery = IndexQuery & { entityName: string };

/**
 * The range wanted of an index. `between` includes both ends, and finds nothing if they are the wrong way round. `above` and
 * `below` exclude theirs.
 */
export type RangeCondition =
  | { between: readonly [string | number, string | number] }
  | { above: string | number }
  | { below: string | number };

/**
 * The query as Forge takes it: of a shared entity, those rows that are of the data set, in the order of their keys there.
 * @throws TypeError for another index of such a data set
 */
export function queryOf(set: DataSet, query: IndexQuery): EntityQuery {
  const entityName = entityNameOf(set) ?? set.name;
  if (!isShared(set)) return { ...query, entityName };
  if (query.index !== 'by-key') throw new TypeError(`${set.name} has no index ${query.index}`);
  return { ...query, entityName, index: APP_STATE_SCHEMA.index.name, partition: [set.name] };
}

/** The key that a row of a query has in the data set. */
export const keyIn = (set: DataSet, stored: string): string =>
  isShared(set) ? stored.slice(prefixOf(set).length) : stored;
