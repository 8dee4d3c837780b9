import { checkAttributes } from './attributes';
import { StorageRefusal } from './errors';
import { LIMITS } from './limits';
import type { EntitySchema } from './schema';
import type { StorageSettings, StoreName } from './types';
import { isObject } from './wire';

/** Where a value is to stand. */
interface Target {
  readonly store: StoreName;
  readonly schema?: EntitySchema | undefined;
}

/** Checks a value against its store's limits and, for an entity, its declared attributes; answers its JSON. */
export function storedText(value: unknown, space: Target, settings: StorageSettings): string {
  if (value === undefined || value === null) {
    throw new StorageRefusal('BAD_REQUEST', 'A value is missing or null; null cannot be stored.');
  }
  if (space.schema) {
    if (!isObject(value)) {
      throw new StorageRefusal(
        'INVALID_ENTITY_VALUE',
        `A value of entity ${space.schema.name} must be an object.`,
      );
    }
    checkAttributes(value, space.schema, settings);
  }
  checkDepth(value);
  return sizedText(value, space);
}

function checkDepth(value: unknown): void {
  const { value: limit } = LIMITS.valueDepth;
  if (isDeeperThan(value, limit)) {
    throw new StorageRefusal('MAX_DEPTH', `A value is nested deeper than the limit of ${limit} levels.`);
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const item of Object.values(value)) {
    if (isDeeperThan(item, levels - 1)) return true;
  }
  return false;
}

function sizedText(value: unknown, space: Target): string {
  const text = JSON.stringify(value);
  const { value: limit } = space.store === 'secret' ? LIMITS.secretBytes : LIMITS.valueBytes;
  // A character takes at most three bytes of UTF-8 for each UTF-16 unit.
  if (text.length * 3 > limit && Buffer.byteLength(text) > limit) {
    throw new StorageRefusal(
      'MAX_SIZE',
      `A value has ${Buffer.byteLength(text)} bytes; the limit is ${limit}.`,
    );
  }
  return text;
}
