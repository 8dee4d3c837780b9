import { strToU8, zipSync } from 'fflate';
import type { Instant } from '../../../src/contract';
import { toCsv } from './csv';
import type { ExportedData } from './exported-data';
import { toReadablePage } from './readable-page';
import { sha256Hex } from '../sha256';

export interface Manifest {
  schemaVersion: string;
  createdAt: Instant;
  tool: string;
  files: Array<{ name: string; bytes: number; sha256: string; records: number }>;
}

interface PackedFile {
  name: string;
  content: Uint8Array;
  records: number;
}

/** Packs an export into one ZIP: JSON, a CSV for each data set, a readable page, and a manifest with checksums. */
export async function pack(data: ExportedData): Promise<Uint8Array<ArrayBuffer>> {
  const files = toFiles(data);
  const manifest = strToU8(`${JSON.stringify(await describe(data, files), null, 2)}\n`);
  const entries = [...files, { name: 'manifest.json', content: manifest }];
  const contents = Object.fromEntries(entries.map(({ name, content }) => [name, content]));
  return zipSync(contents, { mtime: new Date(data.exportedAt), level: 6 });
}

/** `my-data-2026-11-23.zip` */
export function exportFileName(exportedAt: Instant): string {
  return `my-data-${exportedAt.slice(0, 10)}.zip`;
}

function toFiles(data: ExportedData): PackedFile[] {
  const records = data.dataSets.reduce((sum, part) => sum + part.records.length, 0);
  const tables = data.dataSets.map((part) => ({
    name: `${fileStem(part.dataSet)}.csv`,
    content: strToU8(toCsv(part)),
    records: part.records.length,
  }));
  return [
    { name: 'data.json', content: strToU8(`${JSON.stringify(data, null, 2)}\n`), records },
    ...tables,
    { name: 'index.html', content: strToU8(toReadablePage(data)), records },
  ];
}

async function describe(data: ExportedData, files: PackedFile[]): Promise<Manifest> {
  const described = files.map(async ({ name, content, records }) => ({
    name,
    bytes: content.byteLength,
    sha256: await sha256Hex(content),
    records,
  }));
  return {
    schemaVersion: data.schemaVersion,
    createdAt: data.exportedAt,
    tool: 'Privacy Center for Jira',
    files: await Promise.all(described),
  };
}

/** A data set's name is declared by the app; anything that could leave the folder is replaced all the same. */
function fileStem(dataSet: string): string {
  return dataSet.replace(/[^A-Za-z0-9_-]/g, '_');
}
