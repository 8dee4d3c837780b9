import BTree from 'sorted-btree';
import { StorageRefusal } from './errors';
import { LIMITS } from './limits';
import type { Row } from './row';
import type { Space } from './space';
import { fieldsOf, wordOf } from './wire';

const UNIT_SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;
const UNITS = ['SECONDS', 'MINUTES', 'HOURS', 'DAYS'] as const;
const TTL_FIELDS = new Set(['value', 'unit']);

/** Reads a time to live and answers when the row expires, in whole seconds as the API shows it. */
export function expiryOf(ttl: unknown, now: number): number | undefined {
  if (ttl === undefined) return undefined;
  const fields = fieldsOf(ttl, 'The ttl', TTL_FIELDS);
  const unit = wordOf(fields['unit'], 'The unit of a ttl', UNITS);
  const value = fields['value'];
  if (unit === undefined) throw new StorageRefusal('INVALID_TTL', 'A ttl has no unit.');
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) {
    throw new StorageRefusal(
      'INVALID_TTL',
      `A ttl of ${String(value)} was given; it must be a whole number above 0.`,
    );
  }
  const seconds = value * UNIT_SECONDS[unit];
  const { value: limit } = LIMITS.ttlSeconds;
  if (seconds > limit) {
    throw new StorageRefusal('INVALID_TTL', `A ttl of ${seconds} seconds was given; the limit is ${limit}.`);
  }
  return Math.floor(now / 1000 + seconds) * 1000;
}

interface Moment {
  at: number;
  sequence: number;
}

/** The rows that will expire, the earliest first. */
export class ExpiryQueue {
  private readonly moments = new BTree<Moment, { space: Space; key: string }>(
    undefined,
    (a, b) => a.at - b.at || a.sequence - b.sequence,
  );
  private sequence = 0;

  add(space: Space, row: Row): void {
    if (row.expiresAt === undefined) return;
    this.moments.set({ at: row.expiresAt, sequence: this.sequence++ }, { space, key: row.key });
  }

  /** Takes the rows that expired by then and were not written again since. */
  *expiredBy(time: number): Generator<{ space: Space; key: string; at: number }> {
    for (let first = this.moments.minKey(); first && first.at <= time; first = this.moments.minKey()) {
      const entry = this.moments.get(first);
      this.moments.delete(first);
      if (entry?.space.rows.get(entry.key)?.expiresAt === first.at) yield { ...entry, at: first.at };
    }
  }

  clear(): void {
    this.moments.clear();
  }
}
