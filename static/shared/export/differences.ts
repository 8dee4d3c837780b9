import type { ExportedPart } from './exported-data';

export interface Difference {
  dataSet: string;
  /** Records the export holds. */
  exported: number;
  /** Records that are kept, by the strictly read counts. */
  kept: number;
}

/** Data sets of which the export does not hold exactly as many records as are kept; none means complete. */
export function findDifferences(
  parts: readonly ExportedPart[],
  counts: Record<string, number>,
): Difference[] {
  const exported = new Map(parts.map((part) => [part.dataSet, part.records.length]));
  const kept = new Map(Object.entries(counts));
  return [...new Set([...exported.keys(), ...kept.keys()])]
    .map((dataSet) => ({ dataSet, exported: exported.get(dataSet) ?? 0, kept: kept.get(dataSet) ?? 0 }))
    .filter((difference) => difference.exported !== difference.kept);
}
