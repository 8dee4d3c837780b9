import { ForgeKvsAPIError } from '@forge/kvs';

/**
 * Storage did not answer, or refused because it is busy: 429, 5xx, a time-out, a cut connection.
 * Whether a write happened is not known; each transaction happened whole or not at all.
 */
export class StorageBusyError extends Error {
  override readonly name = 'StorageBusyError';
  constructor(readonly code: string) {
    super(`storage is busy: ${code}`);
  }
}

/**
 * Storage answered that it did not carry out the write. Which condition failed is documented nowhere: read the rows
 * again and decide by what is there.
 */
export class StorageRefusedError extends Error {
  override readonly name = 'StorageRefusedError';
  constructor(readonly code: string) {
    super(`storage refused: ${code}`);
  }
}

/** Whether storage did not answer or did not carry it out: what is there has to be read again. */
export const isStorageFailure = (error: unknown): error is StorageBusyError | StorageRefusedError =>
  error instanceof StorageBusyError || error instanceof StorageRefusedError;

/**
 * What a call of storage gives.
 * @throws StorageBusyError, StorageRefusedError; a mistake in our own code as what it is
 */
export async function answered<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw asStorageFailure(error);
  }
}

const BUSY_CODES: ReadonlySet<string> = new Set(['TOO_MANY_REQUESTS', 'UNKNOWN_ERROR', 'TIMEOUT']);

/** The failure as one of our two kinds; codes only, since a message of the API may quote what was written. */
export function asStorageFailure(error: unknown): Error {
  if (isStorageFailure(error) || isMistake(error)) return error;
  if (!(error instanceof ForgeKvsAPIError)) return new StorageBusyError('NO_ANSWER');
  const { status } = error.responseDetails;
  const busy = status === 429 || status === 408 || status >= 500 || BUSY_CODES.has(error.code);
  return busy ? new StorageBusyError(error.code) : new StorageRefusedError(error.code);
}

/** What code throws that is wrong; by name, since `fetch` has classes of its own where it runs in another realm. */
const MISTAKES: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'UndeclaredError',
]);
/** What Node's `fetch` says of a connection that was not made, and of an answer that broke off (observed). */
const CONNECTION_WORDS: ReadonlySet<string> = new Set(['fetch failed', 'terminated']);

/** Whether our own code is wrong. A connection that failed is a TypeError, too, but tells its cause. */
export function isMistake(error: unknown): error is Error {
  if (!(error instanceof Object) || !('name' in error && 'message' in error)) return false;
  if (!MISTAKES.has(String(error.name))) return false;
  const hasCause = 'cause' in error && error.cause !== undefined;
  return !hasCause && !CONNECTION_WORDS.has(String(error.message));
}
