import { StorageRefusal } from './errors';
import type { Position, RangeValue } from './positions';
import { isObject } from './wire';

/** The cursor after a row, of use to the same query only; opaque to the app. */
export function cursorAfter(position: Position, query: string): string {
  const content = JSON.stringify({ range: position.range, key: position.key, query: fingerprint(query) });
  return Buffer.from(content).toString('base64url');
}

/** Reads where a cursor goes on; refuses one that is malformed or was given for another query. */
export function readCursor(cursor: unknown, query: string, partition: string): Position {
  const content = typeof cursor === 'string' ? decoded(cursor) : undefined;
  if (!isObject(content) || typeof content['key'] !== 'string') {
    throw new StorageRefusal('INVALID_CURSOR', 'The cursor is not one that a query answered.');
  }
  if (content['query'] !== fingerprint(query)) {
    throw new StorageRefusal('INVALID_CURSOR', 'The cursor was given for another query.');
  }
  return { partition, range: content['range'] as RangeValue, key: content['key'] };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** A short mark of a query: FNV-1a in 32 bits. It tells queries apart and protects nothing. */
function fingerprint(query: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < query.length; place++) {
    hash = Math.imul(hash ^ query.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
