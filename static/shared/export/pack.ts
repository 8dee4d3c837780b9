import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strFromU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Instant } from '../../../src/contract';
import { csvChunks } from './csv';
import schema from './data.schema.json';
import { countRecords, type ExportedData } from './exported-data';
import { jsonChunks } from './json';
import { pageChunks } from './readable-page';
import type { Reader } from './reader';
import { tableOf } from './tables';

export interface Manifest {
  schemaVersion: string;
  createdAt: Instant;
  tool: string;
  files: PackedFile[];
}

interface PackedFile {
  name: string;
  bytes: number;
  sha256: string;
  records: number;
}

interface FileToPack {
  name: string;
  records: number;
  chunks: Iterable<string>;
}

/**
 * Packs an export into one ZIP: JSON and its schema, a CSV for each data set, a readable page, and a manifest with checksums. Each file is
 * written piece by piece, so that no file is ever in memory as a whole, and the page answers meanwhile.
 * @throws the reason of the signal, as soon as it is aborted
 */
export async function pack(
  data: ExportedData,
  reader: Reader,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  const mtime = new Date(data.exportedAt);
  const files: PackedFile[] = [];
  for (const file of filesOf(data, reader)) files.push(await packFile(zip, mtime, file, signal));
  const manifest: Manifest = {
    schemaVersion: data.schemaVersion,
    createdAt: data.exportedAt,
    tool: 'Privacy Center for Jira',
    files,
  };
  const last = Object.assign(new ZipPassThrough('manifest.json'), { mtime });
  zip.add(last);
  last.push(new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`), true);
  zip.end();
  return joined(packed);
}

/** The text of one file of a packed export. */
export function textIn(packed: Uint8Array, name: string): string {
  const files = unzipSync(packed, { filter: (file) => file.name === name });
  return strFromU8(files[name] ?? new Uint8Array());
}

function filesOf(data: ExportedData, reader: Reader): FileToPack[] {
  const records = countRecords(data.dataSets);
  const tables = data.dataSets.map((part) => ({
    name: `${fileStem(part.dataSet)}.csv`,
    records: part.records.length,
    chunks: csvChunks(tableOf(part, reader), reader.locale),
  }));
  return [
    { name: 'data.json', records, chunks: jsonChunks(data) },
    { name: 'data.schema.json', records: 0, chunks: [`${JSON.stringify(schema, null, 2)}\n`] },
    ...tables,
    { name: 'index.html', records, chunks: pageChunks(data, reader) },
  ];
}

async function packFile(
  zip: Zip,
  mtime: Date,
  { name, records, chunks }: FileToPack,
  signal: AbortSignal,
): Promise<PackedFile> {
  const file = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime });
  zip.add(file);
  const encoder = new TextEncoder();
  const hash = sha256.create();
  let bytes = 0;
  for (const chunk of chunks) {
    const content = encoder.encode(chunk);
    hash.update(content);
    bytes += content.byteLength;
    file.push(content);
    await aTurnForThePage();
    signal.throwIfAborted();
  }
  file.push(new Uint8Array(0), true);
  return { name, bytes, sha256: bytesToHex(hash.digest()), records };
}

const aTurnForThePage = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** A data set's name is declared by the app; anything that could leave the folder is replaced all the same. */
function fileStem(dataSet: string): string {
  return dataSet.replace(/[^A-Za-z0-9_-]/g, '_');
}
