import type { AccountId, ExportPage, Instant } from '../../../src/contract';

export type ExportedPart = ExportPage['parts'][number];
export type ExportedRecord = ExportedPart['records'][number];

/** Everything that is held about one person, as it is packed. */
export interface ExportedData {
  schemaVersion: string;
  noticeVersion: string;
  exportedAt: Instant;
  subject: { accountId: AccountId };
  dataSets: ExportedPart[];
}

/**
 * Adds the records of a page to those of the pages before, in the order in which the data sets came. The lists grow in place:
 * copied for each page, they would be copied hundreds of times.
 */
export function joinParts(before: readonly ExportedPart[], page: readonly ExportedPart[]): ExportedPart[] {
  const joined = new Map(before.map((part) => [part.dataSet, part]));
  for (const part of page) {
    const known = joined.get(part.dataSet);
    if (known) known.records.push(...part.records);
    else joined.set(part.dataSet, { ...part, records: [...part.records] });
  }
  return [...joined.values()];
}

export function countRecords(parts: readonly ExportedPart[]): number {
  return parts.reduce((sum, part) => sum + part.records.length, 0);
}

const RECORDS_A_CHUNK = 1_000;

/** So that a file of very many records can be written piece by piece. */
export function* recordsInChunks(records: readonly ExportedRecord[]): Generator<ExportedRecord[]> {
  for (let at = 0; at < records.length; at += RECORDS_A_CHUNK) yield records.slice(at, at + RECORDS_A_CHUNK);
}
