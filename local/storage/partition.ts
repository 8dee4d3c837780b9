import { isOfType } from './attributes';
import { StorageRefusal } from './errors';
import { partitionName } from './positions';
import type { EntitySchema, IndexSchema } from './schema';
import { listOf } from './wire';

/** Reads a query's partition: one value of the right type for each attribute, in declared order. */
export function readPartition(partition: unknown, index: IndexSchema, schema: EntitySchema): string {
  const values = partition === undefined ? [] : listOf(partition, 'The partition');
  if (values.length !== index.partition.length) {
    throw new StorageRefusal(
      'BAD_REQUEST',
      `Index ${index.name} of entity ${schema.name} has a partition of ${index.partition.length} attributes; ${values.length} values were given.`,
    );
  }
  index.partition.forEach((name, place) => {
    const type = schema.attributes.get(name) ?? 'any';
    if (isOfType(values[place], type)) return;
    throw new StorageRefusal(
      'INCORRECT_PROPERTY_TYPE',
      `The partition of index ${index.name} needs ${type} for ${name}; a value of type ${typeof values[place]} was given.`,
    );
  });
  return partitionName(values);
}
