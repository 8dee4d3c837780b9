import { LocalForgeError } from '../errors';
import { LIMITS, type Limit } from './limits';
import type { AttributeType, EntityDeclaration, IndexDeclaration, StorageManifest } from './types';

export interface IndexSchema {
  name: string;
  partition: readonly string[];
  /** The attribute that orders the index; undefined for `by-key`, which the key orders. */
  range: string | undefined;
}

export interface EntitySchema {
  name: string;
  attributes: ReadonlyMap<string, AttributeType>;
  /** `by-key` first, then those of the manifest. */
  indexes: readonly IndexSchema[];
}

/** The index that every entity has without declaring it; plain keys are listed in the same order. */
export const BY_KEY: IndexSchema = { name: 'by-key', partition: [], range: undefined };

/** Reads the manifest's entities; throws an Error that names what Forge would not deploy. */
export function readSchemas(manifest: StorageManifest): Map<string, EntitySchema> {
  const entities = manifest.entities ?? [];
  within(entities.length, LIMITS.entities, 'The manifest');
  return new Map(entities.map((entity) => [entity.name, readEntity(entity)]));
}

function readEntity(entity: EntityDeclaration): EntitySchema {
  const what = `Entity ${entity.name}`;
  const attributes = new Map(Object.entries(entity.attributes).map(([name, { type }]) => [name, type]));
  const declared = (entity.indexes ?? []).map((index) => readIndex(index, attributes, what));
  within(attributes.size, LIMITS.attributesPerEntity, what);
  within(declared.length, LIMITS.indexesPerEntity, what);
  const indexes = [BY_KEY, ...declared];
  const names = new Set(indexes.map((index) => index.name));
  if (names.size < indexes.length) throw new LocalForgeError(`${what} declares an index name twice.`);
  return { name: entity.name, attributes, indexes };
}

function readIndex(
  index: string | IndexDeclaration,
  attributes: ReadonlyMap<string, AttributeType>,
  what: string,
): IndexSchema {
  if (typeof index === 'string') return readIndex({ name: index, range: [index] }, attributes, what);
  const { name, partition = [], range = [] } = index;
  const [attribute] = range;
  if (attribute === undefined || range.length > 1) {
    throw new LocalForgeError(
      `${what}, index ${name}: range names ${range.length} attributes; it must name 1.`,
    );
  }
  for (const used of [...partition, attribute]) {
    const type = attributes.get(used);
    if (!type || type === 'any') {
      throw new LocalForgeError(
        `${what}, index ${name}: attribute ${used} is ${type ?? 'not declared'} and cannot be indexed.`,
      );
    }
  }
  return { name, partition, range: attribute };
}

function within(count: number, limit: Limit, what: string): void {
  if (count > limit.value)
    throw new LocalForgeError(`${what} has ${count} ${limit.unit}; the limit is ${limit.value}.`);
}
