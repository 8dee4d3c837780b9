import type { DataSet, Kind } from '../../src/storage/data-set';
import { fieldsOf } from '../../src/storage/fields';
import type { Entity, Index } from './read-manifest';

/** Forge's type for a kind of value: whatever is not text, a number or a boolean cannot be filtered. */
function typeOf({ kind }: Kind): string {
  if (kind === 'integer' || kind === 'boolean') return kind;
  return kind === 'numbers' || kind === 'list' ? 'any' : 'string';
}

function indexOf({ name, partition, range }: DataSet['indexes'][number]): Index {
  if (partition.length === 0 && name === range) return name;
  return { name, ...(partition.length > 0 && { partition: [...partition] }), range: [range] };
}

/** The custom entity that the manifest must have for a data set. */
export function entityOf(set: DataSet): Entity {
  return {
    name: set.name,
    attributes: Object.fromEntries(fieldsOf(set).map(([name, { value }]) => [name, { type: typeOf(value) }])),
    ...(set.indexes.length > 0 && { indexes: set.indexes.map(indexOf) }),
  };
}
