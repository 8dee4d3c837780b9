import { sha256Hex } from './sha256';

// Crockford's alphabet: no letter that looks like a digit, so that a code survives being copied by hand.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 32;

/** A random receipt code of 160 bits, in groups of four; only its hash leaves the browser. */
export function makeReceiptCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(length));
  const characters = Array.from(random, (byte) => alphabet[byte % alphabet.length]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** The code as it is meant: without groups, in capitals, with look-alike letters read as digits. */
export function bareReceiptCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
}

/** Whether this can be a code at all. */
export const isReceiptCode = (code: string): boolean => bareReceiptCode(code).length === length;

/** SHA-256 of the code as it is meant: what the app is sent. */
export function hashReceiptCode(code: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(bareReceiptCode(code)));
}

/** What a receipt holds of its code: the SHA-256 of what was sent. */
export async function receiptHashOf(code: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(await hashReceiptCode(code)));
}
