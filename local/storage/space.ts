import { LaggingIndex } from './lagging-index';
import { checkIndexedSizes, positionsOf, type Position } from './positions';
import type { Row } from './row';
import { BY_KEY, type EntitySchema } from './schema';
import type { StorageSettings, StoreName } from './types';
import { storedText } from './values';
import type { Fields } from './wire';

interface RowTimes {
  createdAt: number;
  updatedAt: number;
  expiresAt: number | undefined;
}

/** The space of an entity's rows. */
export type EntitySpace = Space & { readonly schema: EntitySchema };

/** One key space of an installation: the plain keys, the secrets, or the rows of one entity. */
export class Space {
  readonly rows = new Map<string, Row>();
  readonly indexes: readonly LaggingIndex[];

  constructor(
    readonly store: StoreName,
    readonly schema?: EntitySchema,
  ) {
    const count = schema ? schema.indexes.length : store === 'plain' ? 1 : 0;
    this.indexes = Array.from({ length: count }, (_, place) => new LaggingIndex(place));
  }

  get entityName(): string | undefined {
    return this.schema?.name;
  }

  /** Makes a row of a value, refused when it breaks a limit. */
  checkedRow(key: string, value: unknown, times: RowTimes, settings: StorageSettings): Row {
    const text = storedText(value, this, settings);
    if (this.schema) checkIndexedSizes(this.schema, value as Fields);
    return { key, text, ...times, positions: this.positions(key, value) };
  }

  /** Makes a row of what was stored earlier. */
  restoredRow(key: string, text: string, times: RowTimes): Row {
    const value: unknown = this.schema ? JSON.parse(text) : undefined;
    return { key, text, ...times, positions: this.positions(key, value) };
  }

  private positions(key: string, value: unknown): readonly (Position | undefined)[] {
    if (this.schema) return positionsOf(this.schema, key, value as Fields);
    return this.store === 'plain' ? [{ partition: '', range: key, key }] : [];
  }

  /** The place of an index among this space's indexes, or undefined. */
  indexPlace(name: string): number | undefined {
    const schemas = this.schema?.indexes ?? [BY_KEY];
    const place = schemas.findIndex((index) => index.name === name);
    return place < 0 ? undefined : place;
  }
}
