import type { AccountId } from '../../../src/contract';

/** Where the keyboard goes when it comes back from a person's page to the list. */
export const personRowId = (accountId: AccountId): string => `open-${accountId}`;
