import { keyedDigest } from '../digest';

/** Enough that no two of 500 accounts, nor of a million people, meet. */
const DIGEST_DIGITS = 16;

export const requestDigest = (pepper: string, requestId: string): string =>
  keyedDigest(pepper, `webhook-request ${requestId}`);

/** Stands for an account in what one call left to do. It differs from call to call, so that calls cannot be linked by it. */
export const accountDigest = (pepper: string, claim: string, accountId: string): string =>
  keyedDigest(pepper, `webhook-account ${claim} ${accountId}`).slice(0, DIGEST_DIGITS);
