import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

/** SHA-256 (RFC 6234) in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** HMAC-SHA-256 (RFC 2104) in hexadecimal: a digest that only the holder of the key can make again. */
export const keyedDigest = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text, 'utf8').digest('hex');

/** 128 random bits as a UUID. */
export const randomToken = (): string => randomUUID();

/** 256 random bits in hexadecimal. */
export const randomKey = (): string => randomBytes(32).toString('hex');

/** What a client made up so that a second click is the same request. It is stored nowhere: no row and no key takes it. */
export interface ClientToken {
  readonly fromClient: string;
}

/**
 * The ID of the record that a person's request makes: the same each time, another for each person, and nothing that a
 * client can choose.
 */
export const recordIdOf = (accountId: string, { fromClient }: ClientToken): string =>
  sha256(`${accountId}\n${fromClient}`).slice(0, 32);
