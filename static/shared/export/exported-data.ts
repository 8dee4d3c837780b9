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

/** Records of the pages so far with their data set, in the order in which the data sets came. */
export function joinParts(before: readonly ExportedPart[], page: readonly ExportedPart[]): ExportedPart[] {
  const joined = new Map(before.map((part) => [part.dataSet, part]));
  for (const part of page) {
    const known = joined.get(part.dataSet);
    joined.set(part.dataSet, known ? { ...known, records: known.records.concat(part.records) } : part);
  }
  return [...joined.values()];
}

export function countRecords(parts: readonly ExportedPart[]): number {
  return parts.reduce((sum, part) => sum + part.records.length, 0);
}
