import { StorageRefusal } from './errors';
import { KEY_FORMAT, LIMITS } from './limits';
import type { StoreName } from './types';

export function checkedKey(key: unknown, store: StoreName): string {
  if (typeof key !== 'string') throw new StorageRefusal('BAD_REQUEST', 'A key must be a string.');
  const { value: limit } = LIMITS.keyCharacters;
  if (key.length === 0) {
    throw new StorageRefusal(
      store === 'entity' ? 'EMPTY_KEY' : 'KEY_TOO_SHORT',
      'A key has 0 characters; at least 1 is needed.',
    );
  }
  if (key.length > limit) {
    throw new StorageRefusal('KEY_TOO_LONG', `A key has ${key.length} characters; the limit is ${limit}.`);
  }
  if (!KEY_FORMAT.test(key)) {
    throw new StorageRefusal('INVALID_KEY', `The key "${key}" does not match ${KEY_FORMAT.source}.`);
  }
  return key;
}
