import { timingSafeEqual } from 'node:crypto';
import { keyedDigest } from '../digest';

/** A call of the webhook, as far as it is looked at. */
export interface WebhookRequest {
  method: string;
  headers: Readonly<Record<string, readonly string[]>>;
  body: string;
}

const TIMESTAMP_HEADER = 'x-privacy-timestamp';
const SIGNATURE_HEADER = 'x-privacy-signature';

/** Seconds by which a timestamp may differ from now, both ways. */
const WINDOW_SECONDS = 300;

/** What the headers of a signed call say. */
export interface Signed {
  timestamp: string;
  signature: string;
}

/** The two headers of a signed call within its time; nothing where one is missing, doubled, malformed, late or early. */
export function signedAt({ headers }: WebhookRequest, now: Date): Signed | undefined {
  const timestamp = onlyHeader(headers, TIMESTAMP_HEADER);
  const signature = onlyHeader(headers, SIGNATURE_HEADER);
  if (timestamp === undefined || !/^[1-9]\d{9}$/.test(timestamp)) return undefined;
  if (signature === undefined || !/^[0-9a-f]{64}$/i.test(signature)) return undefined;
  const differs = Math.abs(now.getTime() - Number(timestamp) * 1000);
  return differs <= WINDOW_SECONDS * 1000 ? { timestamp, signature } : undefined;
}

/** The value of a header that is there once, however its name is written. */
export function onlyHeader(headers: WebhookRequest['headers'], name: string): string | undefined {
  const values = Object.entries(headers).flatMap(([key, list]) => (key.toLowerCase() === name ? list : []));
  return values.length === 1 ? values[0] : undefined;
}

/** HMAC-SHA-256 (RFC 2104) over `timestamp.body` with the 32 bytes of the key, in hexadecimal. */
const signatureOf = (key: string, timestamp: string, body: string): string =>
  keyedDigest(key, `${timestamp}.${body}`);

/** Compares in constant time. */
export function isSignedWith(key: string, { timestamp, signature }: Signed, body: string): boolean {
  const expected = signatureOf(key, timestamp, body);
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature, 'hex'));
}
