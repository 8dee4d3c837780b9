import type { AccountId, Day, ExportPage, Instant, Notice } from '../../../src/contract';
import { dataWords } from '../map-words';

type GivenPart = ExportPage['parts'][number];

/** What a copy must say about the data (GDPR art. 15(1)(a) to (h)): the notice that was in force. */
export interface ExportedNotice {
  /** In which language it is here: that of the person who exports. */
  language: Notice['language'];
  /** The title and the address of the organisation's own page, as the person who exports sees it; null if it names none. */
  responsible: { title: string; address: string } | null;
  sections: Notice['sections'];
  dataSets: Array<Omit<Notice['dataSets'][number], 'fields' | 'exported'>>;
}

/** The records of a data set, explained in the language of the page that exports. */
export interface ExportedPart extends Omit<GivenPart, 'title' | 'columns'> {
  title: string;
  columns: Array<Omit<GivenPart['columns'][number], 'what'> & { what: string }>;
}
export type ExportedRecord = ExportedPart['records'][number];

/** Which time entries an export holds; of everything else it always holds all. */
export type ExportRange =
  | { entries: 'all' }
  | { entries: 'of-days'; from: Day; to: Day }
  /** Those that exports of these moments did not hold, or hold otherwise. */
  | { entries: 'new-or-corrected'; since: Instant[] };

/** A work item as Jira named it to whoever exported: by its key it is found again on another site. */
export interface NamedWorkItem {
  id: string;
  key: string;
  title: string;
}

/** What is held about one person, as it is packed. */
export interface ExportedData extends Omit<GivenData, 'notice'> {
  /** As it was in force, with the organisation's own page. */
  notice: ExportedNotice;
  /** The address of the Jira site. */
  site: string;
  workItems: NamedWorkItem[];
}

/** What the app gave, before Jira names anything in it. */
export interface GivenData {
  schemaVersion: string;
  noticeVersion: string;
  exportedAt: Instant;
  subject: { accountId: AccountId };
  range: ExportRange;
  notice: Notice;
  dataSets: ExportedPart[];
}

/**
 * Adds the records of a page to those of the pages before, in the order in which the data sets came. The lists grow in place:
 * copied for each page, they would be copied hundreds of times.
 */
export function joinParts(before: readonly ExportedPart[], page: readonly GivenPart[]): ExportedPart[] {
  const joined = new Map(before.map((part) => [part.dataSet, part]));
  for (const part of page) {
    const known = joined.get(part.dataSet);
    if (known) known.records.push(...part.records);
    else joined.set(part.dataSet, { ...part, ...explained(part), records: [...part.records] });
  }
  return [...joined.values()];
}

const explained = ({ dataSet, title, columns }: GivenPart): Pick<ExportedPart, 'title' | 'columns'> => ({
  title: dataWords(title, dataSet),
  columns: columns.map((column) => ({ ...column, what: dataWords(column.what, column.name) })),
});

/** How many records the parts have in all. */
export function countRecords(parts: readonly ExportedPart[]): number {
  return parts.reduce((sum, part) => sum + part.records.length, 0);
}

/** Whether a deletion is running: then the export leaves out what is still to be deleted. */
export function isBeingDeleted(parts: readonly ExportedPart[]): boolean {
  const has = (name: string) => parts.some(({ dataSet }) => dataSet === name);
  return has('erasure') && !has('person');
}

const RECORDS_A_CHUNK = 1_000;

/** So that a file of very many records can be written piece by piece. */
export function* recordsInChunks(records: readonly ExportedRecord[]): Generator<ExportedRecord[]> {
  for (let at = 0; at < records.length; at += RECORDS_A_CHUNK) yield records.slice(at, at + RECORDS_A_CHUNK);
}
