import { LIMITS } from './limits';
import type { StorageSettings } from './types';

const DAY_MS = 86_400_000;

/** Queries without lag; the rest as the documentation has it, or as batches are documented. */
const DEFAULTS: StorageSettings = {
  queryLagMs: 0,
  conditionOnMissingRow: 'fails',
  checkOnMissingRow: 'fails',
  ttlRemovalLagMs: 2 * DAY_MS,
  partialBatchFailure: () => false,
  quotas: 'enforced',
  rateLimitCode: 'TOO_MANY_REQUESTS',
  unknownAttributes: 'refused',
  transactionKeys: 'once',
  transactionHoldMs: 0,
  cursorAtEnd: 'absent',
  pageRows: LIMITS.pageMaximum.value,
  pageBytes: LIMITS.pageBytes.value,
};

export function startingSettings(chosen: Partial<StorageSettings> = {}): StorageSettings {
  return { ...DEFAULTS, ...chosen };
}
