import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** More than a packed text of the app's own ever unpacks to. */
const MOST_BYTES = 512 * 1024;

/** A text of the app's own as it is stored: about a third of its size. */
export const packed = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64url');

/** The text in what `packed` gave; nothing where it is none. */
export function unpacked(stored: string): string | undefined {
  try {
    const bytes = inflateRawSync(Buffer.from(stored, 'base64url'), { maxOutputLength: MOST_BYTES });
    return bytes.toString('utf8');
  } catch {
    return undefined;
  }
}
