import type { StorageSettings } from '../../local/storage/types';
import type { AssumptionId } from '../../src/platform-check/assumptions';

/** A switch of the local Forge's storage, one value it can be flipped to, and what that makes the check of the site find. */
export interface LocalSwitch {
  setting: keyof StorageSettings;
  value: string | number;
  finds: Partial<Record<AssumptionId, string>>;
}

/** Each value but that with which the local Forge opens. The documentation and the tests of the check both read it. */
export const LOCAL_SWITCHES: readonly LocalSwitch[] = [
  { setting: 'checkOnMissingRow', value: 'passes', finds: { 'check-on-missing-row': 'passes' } },
  { setting: 'checkOnMissingRow', value: 'evaluated', finds: { 'check-on-missing-row': 'evaluated' } },
  {
    setting: 'conditionOnMissingRow',
    value: 'passes',
    finds: { 'set-on-missing-row': 'passes', 'delete-on-missing-row': 'passes' },
  },
  {
    setting: 'conditionOnMissingRow',
    value: 'evaluated',
    finds: { 'set-on-missing-row': 'evaluated', 'delete-on-missing-row': 'evaluated' },
  },
  { setting: 'transactionKeys', value: 'once-per-entity', finds: { 'key-in-two-entities': 'allowed' } },
  { setting: 'unknownAttributes', value: 'kept', finds: { 'unknown-attribute': 'kept' } },
  { setting: 'cursorAtEnd', value: 'present', finds: { 'cursor-at-end': 'present' } },
  { setting: 'pageRows', value: 7, finds: { 'short-pages': 'short' } },
  { setting: 'pageBytes', value: 4_000_000, finds: { 'large-pages': 'full' } },
  { setting: 'queryLagMs', value: 30_000, finds: { 'written-listed': 'late', 'deleted-listed': 'late' } },
  {
    setting: 'queryLagMs',
    value: 120_000,
    finds: {
      'written-listed': 'very-late',
      'deleted-listed': 'not-told',
      'short-pages': 'not-told',
      'large-pages': 'not-told',
      'cursor-at-end': 'not-told',
    },
  },
];

/** Switches of which the check finds nothing, and why. */
export const NOT_MEASURED: Partial<Record<keyof StorageSettings, string>> = {
  ttlRemovalLagMs: 'The app gives no row a time to live.',
  partialBatchFailure:
    'An item of a batch fails by chance. The app takes it for busy storage and asks again.',
  transactionHoldMs: 'The app goes on, whether storage refuses such a transaction or not.',
  quotas: 'To reach them would take everyone’s share of a minute.',
  rateLimitCode: 'The app goes by the status. Where storage refuses, the code is shown.',
};
