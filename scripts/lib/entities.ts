import { fieldsOf, type DataMap, type DataSet, type Kind } from '../../src/storage/data-set';
import { APP_STATE, APP_STATE_SCHEMA } from '../../src/storage/layout';

/** A custom entity as `manifest.yml` has it. */
export interface Entity {
  name: string;
  attributes: Record<string, { type: string }>;
  indexes?: EntityIndex[];
}

export type EntityIndex = string | { name: string; partition?: string[]; range: string[] };

/** The custom entities that hold the data sets of a map. */
export function entitiesOf(map: DataMap): Entity[] {
  const own = map.filter(({ place }) => place === 'entity').map(entityOf);
  return map.some(({ place }) => place === 'app-state') ? [...own, sharedEntity()] : own;
}

function sharedEntity(): Entity {
  const { attributes, index } = APP_STATE_SCHEMA;
  return {
    name: APP_STATE,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, { type }])),
    indexes: [indexOf(index)],
  };
}

function entityOf(set: DataSet): Entity {
  return {
    name: set.name,
    attributes: Object.fromEntries(fieldsOf(set).map(([name, { value }]) => [name, { type: typeOf(value) }])),
    ...(set.indexes.length > 0 && { indexes: set.indexes.map(indexOf) }),
  };
}

/** Forge's type for a kind of value: whatever is not text, a number or a boolean cannot be filtered. */
function typeOf({ kind }: Kind): string {
  if (kind === 'integer' || kind === 'boolean') return kind;
  return kind === 'numbers' || kind === 'list' ? 'any' : 'string';
}

function indexOf({ name, partition, range }: DataSet['indexes'][number]): EntityIndex {
  if (partition.length === 0 && name === range) return name;
  return { name, ...(partition.length > 0 && { partition: [...partition] }), range: [range] };
}
