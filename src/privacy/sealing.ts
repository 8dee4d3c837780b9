import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { PEPPER, PEPPER_KEY } from './data-sets/settings';
import { keyedDigest, randomKey } from './digest';
import type { Engine } from './engine';

/** The random key of this installation from which those of its digests and seals are made. */
export async function pepperOf(engine: Engine): Promise<string> {
  const present = await engine.store.get(PEPPER, PEPPER_KEY);
  return (present ?? (await engine.store.putIfAbsent(PEPPER, PEPPER_KEY, { pepper: randomKey() }))).pepper;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What only this installation can read again, for a queue event: it carries nothing about anyone in the clear. */
export function seal(pepper: string, purpose: string, value: unknown): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(pepper, purpose), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** What was sealed, or nothing where the key is another one since, or what was sealed was changed. */
export function unseal(pepper: string, purpose: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const cipher = createDecipheriv(CIPHER, keyFrom(pepper, purpose), bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

const keyFrom = (pepper: string, purpose: string): Buffer => Buffer.from(keyedDigest(pepper, purpose), 'hex');
