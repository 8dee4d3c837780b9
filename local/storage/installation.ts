import { ExpiryQueue } from './expiry';
import { StorageRefusal } from './errors';
import { Rates } from './rates';
import type { Row } from './row';
import type { EntitySchema } from './schema';
import { Space, type EntitySpace } from './space';
import type { Lag, StorageSettings } from './types';
import { newUsage } from './usage';

/** A row put or removed, to be kept on disk. */
export interface RowChange {
  space: Space;
  key: string;
  row: Row | undefined;
}

/** What all installations share. */
export interface StorageModel {
  schemas: ReadonlyMap<string, EntitySchema>;
  settings: StorageSettings;
  random: () => number;
}

/** Everything one installation has stored. No other installation can reach it. */
export class Installation {
  readonly plain = new Space('plain');
  readonly secret = new Space('secret');
  readonly entities: ReadonlyMap<string, EntitySpace>;
  readonly rates = new Rates();
  /** Until when a transaction keeps others from a row, by the row's name. */
  readonly held = new Map<string, number>();
  usage = newUsage();
  private readonly expiring = new ExpiryQueue();
  private changes: RowChange[] = [];

  constructor(readonly model: StorageModel) {
    this.entities = new Map(
      [...model.schemas].map(([name, schema]) => [name, new Space('entity', schema) as EntitySpace] as const),
    );
  }

  get spaces(): Space[] {
    return [this.plain, this.secret, ...this.entities.values()];
  }

  /** The space of an entity, or the plain keys when no entity is named. */
  spaceOf(entityName: unknown): Space {
    if (entityName === undefined) return this.plain;
    return this.entitySpace(entityName);
  }

  entitySpace(entityName: unknown): EntitySpace {
    if (typeof entityName !== 'string')
      throw new StorageRefusal('BAD_REQUEST', 'entityName must be a string.');
    const space = this.entities.get(entityName);
    if (space) return space;
    throw new StorageRefusal('SCHEMA_NOT_FOUND', `The manifest declares no entity ${entityName}.`);
  }

  put(space: Space, row: Row, now: number): void {
    this.replace(space, row.key, row, now, this.drawLag);
    this.expiring.add(space, row);
  }

  remove(space: Space, key: string, now: number): boolean {
    if (!space.rows.has(key)) return false;
    this.replace(space, key, undefined, now, this.drawLag);
    return true;
  }

  /** Puts a row that queries show at once: one loaded in bulk or read back from disk. */
  putSettled(space: Space, row: Row, now: number): void {
    this.replace(space, row.key, row, now, () => 0);
    this.expiring.add(space, row);
  }

  /** Removes what expired longer ago than the removal lag. */
  sweep(now: number): void {
    const lag = this.model.settings.ttlRemovalLagMs;
    for (const { space, key, at } of this.expiring.expiredBy(now - lag)) this.remove(space, key, at + lag);
  }

  /** Hands over what changed since the last call. */
  takeChanges(): RowChange[] {
    const taken = this.changes;
    if (taken.length > 0) this.changes = [];
    return taken;
  }

  private replace(space: Space, key: string, row: Row | undefined, now: number, lag: () => number): void {
    const before = space.rows.get(key);
    if (row) space.rows.set(key, row);
    else space.rows.delete(key);
    for (const index of space.indexes) index.change({ key, before, after: row }, now, lag());
    this.changes.push({ space, key, row });
  }

  private readonly drawLag = (): number => {
    const lag: Lag = this.model.settings.queryLagMs;
    if (typeof lag === 'number') return lag;
    if (lag.min > lag.max)
      throw new RangeError(`The query lag goes from ${lag.min} to ${lag.max} ms; turn the two round.`);
    return lag.min + this.model.random() * (lag.max - lag.min);
  };
}
