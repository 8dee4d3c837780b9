import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isAccountId, isPlainObject } from '../../storage/kinds';
import { PEPPER, PEPPER_KEY } from '../data-sets/settings';
import { keyedDigest, randomKey } from '../digest';
import type { Engine } from '../engine';
import type { Announced, Announcement } from './parse';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ANNOUNCEMENTS: readonly string[] = [
  'access',
  'erasure',
  'portability',
  'closed',
  'updated',
] satisfies Announcement[];

/** What only this installation can read again: a queue event carries nothing about anyone in the clear. */
export async function seal(engine: Engine, accounts: readonly Announced[]): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, await keyFor(engine, 'webhook-announcements'), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(accounts), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** What was sealed, or nothing where the key is another one since, or what was sealed was changed. */
export async function unseal(engine: Engine, sealed: string): Promise<Announced[] | undefined> {
  const bytes = Buffer.from(sealed, 'base64url');
  const key = await keyFor(engine, 'webhook-announcements');
  try {
    const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    const accounts: unknown = JSON.parse(text.toString('utf8'));
    return Array.isArray(accounts) && accounts.every(isAnnounced) ? accounts : undefined;
  } catch {
    return undefined;
  }
}

const isAnnounced = (value: unknown): value is Announced =>
  isPlainObject(value) && isAccountId(value['accountId']) && ANNOUNCEMENTS.includes(String(value['what']));

/** The key under which the digest of a request ID is made. */
export const requestDigest = async (engine: Engine, requestId: string): Promise<string> =>
  keyedDigest(await pepperOf(engine), `webhook-request ${requestId}`);

const keyFor = async (engine: Engine, purpose: string): Promise<Buffer> =>
  Buffer.from(keyedDigest(await pepperOf(engine), purpose), 'hex');

async function pepperOf(engine: Engine): Promise<string> {
  const present = await engine.store.get(PEPPER, PEPPER_KEY);
  return (present ?? (await engine.store.putIfAbsent(PEPPER, PEPPER_KEY, { pepper: randomKey() }))).pepper;
}
