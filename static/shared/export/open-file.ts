import { Unzip, UnzipInflate } from 'fflate';
import { t } from '../words/words';

const MEGABYTE = 1024 * 1024;
/** What is taken of a file, packed or unpacked: some 100,000 time entries. */
const MOST_BYTES = 48 * MEGABYTE;
/** Files in a ZIP that are read past: an export has some twenty, and each takes longer than the one before. */
const MOST_FILES = 1_000;
/** Values in a text, counted by commas and brackets: a browser needs minutes to parse very many of them. */
const MOST_VALUES = 3_000_000;
/** Few, because each file in them is a call within a call. */
const BYTES_AT_ONCE = 16 * 1024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const DATA = /^(?:[^/]+\/)*data\.json$/;

/**
 * The text of `data.json`, given as it is or in the ZIP of an export. Of a file that says less than it holds no more is
 * unpacked than would be taken. What is wrong is said in words that quote nothing of the file.
 */
export async function openFile(file: Blob): Promise<{ text: string } | { problem: string }> {
  if (file.size > MOST_BYTES) return { problem: tooLarge() };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const data = ZIP.every((byte, at) => bytes[at] === byte) ? unpacked(bytes) : bytes;
    if (data === 'none') return { problem: t('export.no-data') };
    if (data === 'too-large') return { problem: tooLarge() };
    if (data === 'too-many') return { problem: t('export.too-many-files', { most: MOST_FILES }) };
    if (hasTooManyValues(data)) return { problem: t('export.not-an-export') };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(data) };
  } catch {
    return { problem: t('export.damaged') };
  }
}

/** @throws Error where the ZIP is damaged */
function unpacked(zip: Uint8Array): Uint8Array | 'none' | 'too-large' | 'too-many' {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let files = 0;
  let state: 'none' | 'begun' | 'whole' = 'none';
  const unzip = new Unzip((file) => {
    files += 1;
    if (state !== 'none' || !DATA.test(file.name)) return;
    state = 'begun';
    file.ondata = (error, piece, final) => {
      if (error) throw error;
      bytes += piece.byteLength;
      if (bytes <= MOST_BYTES) pieces.push(piece);
      if (final) state = 'whole';
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < zip.byteLength && bytes <= MOST_BYTES && files <= MOST_FILES; at += BYTES_AT_ONCE) {
    unzip.push(zip.subarray(at, at + BYTES_AT_ONCE), at + BYTES_AT_ONCE >= zip.byteLength);
  }
  if (bytes > MOST_BYTES) return 'too-large';
  return files > MOST_FILES ? 'too-many' : ended(state, pieces, bytes);
}

const [COMMA, LIST, RECORD] = [0x2c, 0x5b, 0x7b];

function hasTooManyValues(data: Uint8Array): boolean {
  let values = 0;
  for (const byte of data) if (byte === COMMA || byte === LIST || byte === RECORD) values += 1;
  return values > MOST_VALUES;
}

function ended(state: string, pieces: readonly Uint8Array[], bytes: number): Uint8Array | 'none' {
  if (state === 'none') return 'none';
  if (state !== 'whole') throw new Error('the ZIP ends early');
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

const tooLarge = (): string => t('export.too-large', { most: MOST_BYTES / MEGABYTE });
