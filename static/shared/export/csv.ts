import { recordsInChunks, type ExportedPart, type ExportedRecord } from './exported-data';

type Cell = ExportedRecord[string];

/**
 * One data set as RFC 4180 CSV: a header line, CRLF, quotes only where needed.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does a text that already
 * begins with one: taking one leading apostrophe away gives back every text. Numbers are written as they are, so a
 * negative number stays one.
 */
export const toCsv = (part: Pick<ExportedPart, 'columns' | 'records'>): string =>
  [...csvChunks(part)].join('');

/** The same, piece by piece. */
export function* csvChunks({
  columns,
  records,
}: Pick<ExportedPart, 'columns' | 'records'>): Generator<string> {
  const names = columns.map((column) => column.name);
  yield toLine(names);
  for (const chunk of recordsInChunks(records)) {
    yield chunk.map((record) => toLine(names.map((name) => record[name]))).join('');
  }
}

const toLine = (cells: ReadonlyArray<Cell | undefined>): string => `${cells.map(toCell).join(',')}\r\n`;

// The wide forms of = + - @ are read as formulas by spreadsheets in East Asian languages.
const formulaStart = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/;

function toCell(value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
