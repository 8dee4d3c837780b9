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
