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

const BUSY_CODES: ReadonlySet<string> = new Set(['TOO_MANY_REQUESTS', 'UNKNOWN_ERROR', 'TIMEOUT']);

/** The failure as one of our two kinds; codes only, since a message of the API may quote what was written. */
export function asStorageFailure(error: unknown): StorageBusyError | StorageRefusedError {
  if (!(error instanceof ForgeKvsAPIError)) return new StorageBusyError('NO_ANSWER');
  const { status } = error.responseDetails;
  const busy = status === 429 || status === 408 || status >= 500 || BUSY_CODES.has(error.code);
  return busy ? new StorageBusyError(error.code) : new StorageRefusedError(error.code);
}
