import type { ExportedPart, ExportedRecord } from './exported-data';

type Cell = ExportedRecord[string];

/**
 * One data set as RFC 4180 CSV: a header line, CRLF, quotes only where needed.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does a text that already
 * begins with one: taking one leading apostrophe away gives back every text. Numbers are written as they are, so a
 * negative number stays one.
 */
export function toCsv({ columns, records }: Pick<ExportedPart, 'columns' | 'records'>): string {
  const names = columns.map((column) => column.name);
  const lines = records.map((record) => names.map((name) => toCell(record[name])).join(','));
  return [names.map(toCell).join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

// The wide forms of = + - @ are read as formulas by spreadsheets in East Asian languages.
const formulaStart = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/;

function toCell(value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
