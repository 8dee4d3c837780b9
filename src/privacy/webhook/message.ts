import { isAccountId, isPlainObject } from '../../storage/kinds';
import { ANNOUNCEMENTS } from '../data-sets/webhook-request';
import { keyedDigest } from '../digest';
import { seal, unseal } from '../sealing';
import type { Announced } from './parse';

/** What an event of the queue carries of a call: its claim, the digest of its request ID, and some of its accounts. */
export interface AnnouncedMessage {
  id: string;
  request: string;
  sealed: string;
}

const PURPOSE = 'webhook-announcements';

export const sealAnnounced = (pepper: string, accounts: readonly Announced[]): string =>
  seal(pepper, PURPOSE, accounts);

/** What was sealed, or nothing where the key is another one since, or what was sealed was changed. */
export function unsealAnnounced(pepper: string, sealed: string): Announced[] | undefined {
  const accounts = unseal(pepper, PURPOSE, sealed);
  return Array.isArray(accounts) && accounts.every(isAnnounced) ? accounts : undefined;
}

const isAnnounced = (value: unknown): value is Announced =>
  isPlainObject(value) &&
  isAccountId(value['accountId']) &&
  (ANNOUNCEMENTS as readonly unknown[]).includes(value['what']);

/** Enough that no two of 500 accounts, nor of a million people, meet. */
const DIGEST_DIGITS = 16;

export const requestDigest = (pepper: string, requestId: string): string =>
  keyedDigest(pepper, `webhook-request ${requestId}`);

/** Stands for an account in what one call left to do. It differs from call to call, so that calls cannot be linked by it. */
export const accountDigest = (pepper: string, claim: string, accountId: string): string =>
  keyedDigest(pepper, `webhook-account ${claim} ${accountId}`).slice(0, DIGEST_DIGITS);
