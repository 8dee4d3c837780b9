import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isAccountId, isPlainObject } from '../../storage/kinds';
import { PEPPER, PEPPER_KEY } from '../data-sets/settings';
import { ANNOUNCEMENTS } from '../data-sets/webhook';
import { keyedDigest, randomKey } from '../digest';
import type { Engine } from '../engine';
import type { Announced } from './parse';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Enough that no two of 500 accounts, nor of a million people, meet. */
const DIGEST_DIGITS = 16;

/** What only this installation can read again: a queue event carries nothing about anyone in the clear. */
export function seal(pepper: string, accounts: readonly Announced[]): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(pepper), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(accounts), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** What was sealed, or nothing where the key is another one since, or what was sealed was changed. */
export function unseal(pepper: string, sealed: string): Announced[] | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const cipher = createDecipheriv(CIPHER, keyFrom(pepper), bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    const accounts: unknown = JSON.parse(text.toString('utf8'));
    return Array.isArray(accounts) && accounts.every(isAnnounced) ? accounts : undefined;
  } catch {
    return undefined;
  }
}

const isAnnounced = (value: unknown): value is Announced =>
  isPlainObject(value) &&
  isAccountId(value['accountId']) &&
  (ANNOUNCEMENTS as readonly unknown[]).includes(value['what']);

const keyFrom = (pepper: string): Buffer => Buffer.from(keyedDigest(pepper, 'webhook-announcements'), 'hex');

export const requestDigest = (pepper: string, requestId: string): string =>
  keyedDigest(pepper, `webhook-request ${requestId}`);

/** Stands for an account in what one call left to do. It differs from call to call, so that calls cannot be linked by it. */
export const accountDigest = (pepper: string, claim: string, accountId: string): string =>
  keyedDigest(pepper, `webhook-account ${claim} ${accountId}`).slice(0, DIGEST_DIGITS);

export async function pepperOf(engine: Engine): Promise<string> {
  const present = await engine.store.get(PEPPER, PEPPER_KEY);
  return (present ?? (await engine.store.putIfAbsent(PEPPER, PEPPER_KEY, { pepper: randomKey() }))).pepper;
}
