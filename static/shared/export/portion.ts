import { formatDays, formatInstant, type ForViewer } from '../dates';
import { t } from '../words/words';
import type { ExportedPart, ExportedRecord, ExportRange } from './exported-data';
import type { ReadExport } from './read-export';

/** The data set of which an export can hold a part. */
export const ENTRIES = 'time-entry';

/** What somebody wants of an export: which of the time entries. */
export interface Portion {
  range: ExportRange;
  holds: (entry: ExportedRecord) => boolean;
}

export const everything: Portion = { range: { entries: 'all' }, holds: () => true };

/** The entries of these days, both included. */
export const ofDays = (from: string, to: string): Portion => ({
  range: { entries: 'of-days', from, to },
  holds: ({ startedOn }) => String(startedOn) >= from && String(startedOn) <= to,
});

/** The entries that none of these files has as they are now. */
export function newSince(files: readonly ReadExport[]): Portion {
  const had = new Set(files.flatMap(({ entries }) => entries.map(asTold)));
  const since = files.map(({ exportedAt }) => exportedAt).sort();
  return { range: { entries: 'new-or-corrected', since }, holds: (entry) => !had.has(asTold(entry)) };
}

type Told = Partial<Record<'issueId' | 'startedOn' | 'seconds' | 'createdAt', unknown>>;

const asTold = ({ issueId, startedOn, seconds, createdAt }: Told): string =>
  [issueId, startedOn, seconds, createdAt].join(' ');

/** Of the entries those that are wanted, and everything else. */
export const portionOf = (parts: readonly ExportedPart[], { holds }: Portion): ExportedPart[] =>
  parts.map((part) => (part.dataSet === ENTRIES ? { ...part, records: part.records.filter(holds) } : part));

/** What a file with a part has and what it has in full, in sentences; nothing where it has everything. */
export function rangeWords(range: ExportRange, viewer: ForViewer): string | undefined {
  if (range.entries === 'all') return undefined;
  if (range.entries === 'of-days')
    return t('export.only-days', { days: formatDays(range.from, range.to, viewer) });
  const { since } = range;
  const last = since.at(-1);
  if (last === undefined) return undefined;
  return t('export.only-new', { files: since.length, moment: formatInstant(last, viewer) });
}
