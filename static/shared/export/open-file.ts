import { Unzip, UnzipInflate } from 'fflate';

/** What is taken of a file, packed or unpacked: some 100,000 time entries. */
const MOST_BYTES = 48 * 1024 * 1024;
const BYTES_AT_ONCE = 64 * 1024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const DATA = /^(?:[^/]+\/)*data\.json$/;

/**
 * The text of `data.json`, given as it is or in the ZIP of an export. Of a file that says less than it holds no more is
 * unpacked than would be taken. What is wrong is said in words that quote nothing of the file.
 */
export async function openFile(file: Blob): Promise<{ text: string } | { problem: string }> {
  if (file.size > MOST_BYTES) return { problem: tooLarge };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const data = ZIP.every((byte, at) => bytes[at] === byte) ? unpacked(bytes) : bytes;
    if (data === 'none') return { problem: noData };
    if (data === 'too-large') return { problem: tooLarge };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(data) };
  } catch {
    return { problem: damaged };
  }
}

/** @throws Error where the ZIP is damaged */
function unpacked(zip: Uint8Array): Uint8Array | 'none' | 'too-large' {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let state: 'none' | 'begun' | 'whole' = 'none';
  const unzip = new Unzip((file) => {
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
  for (let at = 0; at < zip.byteLength && bytes <= MOST_BYTES; at += BYTES_AT_ONCE) {
    unzip.push(zip.subarray(at, at + BYTES_AT_ONCE), at + BYTES_AT_ONCE >= zip.byteLength);
  }
  if (bytes > MOST_BYTES) return 'too-large';
  return ended(state, pieces, bytes);
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

const tooLarge = `This file is too large: this page takes ${MOST_BYTES / 1024 / 1024} MB. Nothing was changed.`;
const noData =
  'This ZIP file has no data.json in it, so it is no export of this app. Nothing was changed. Choose another file.';
const damaged =
  'This file is damaged, or not what it seems. Nothing was changed. Choose the ZIP file or the data.json in it, as the app made it.';
