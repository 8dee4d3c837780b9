import type { ExportedPart, ExportedRecord } from './exported-data';

export type Cell = ExportedRecord[string] | undefined;

/** Rows under names; the rows may be made one by one, so that very many need no room. */
export interface Table {
  names: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

/** Records as they are, a column each. */
export function plainTable({ columns, records }: Pick<ExportedPart, 'records'> & Columns): Table {
  const names = columns.map(({ name }) => name);
  return { names, rows: records.map((record) => names.map((name) => record[name])) };
}

interface Columns {
  columns: ReadonlyArray<{ name: string }>;
}

/**
 * A table as RFC 4180 CSV that a spreadsheet opens right in the language of this locale: UTF-8 with a byte order mark, a
 * header line, CRLF, quotes only where needed. Where the decimal separator is a comma, spreadsheets take a semicolon
 * between cells and a comma in numbers.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does a text that already
 * begins with one: taking one leading apostrophe away gives back every text. Numbers are no texts, so a negative number
 * stays one.
 */
export const toCsv = (table: Table, locale: string): string => [...csvChunks(table, locale)].join('');

const ROWS_A_CHUNK = 1_000;

/** The same, piece by piece. */
export function* csvChunks({ names, rows }: Table, locale: string): Generator<string> {
  const decimal = decimalOf(locale);
  const toLine = (cells: readonly Cell[]): string =>
    `${cells.map((cell) => toCell(cell, decimal)).join(decimal === ',' ? ';' : ',')}\r\n`;
  yield BYTE_ORDER_MARK + toLine(names);
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(toLine(row));
    if (lines.length < ROWS_A_CHUNK) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** Without it, Excel reads UTF-8 as the code page of the system. */
const BYTE_ORDER_MARK = '\uFEFF';

const decimalOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

// The wide forms of = + - @ are read as formulas by spreadsheets in East Asian languages.
const formulaStart = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Whatever a spreadsheet may take for a separator is quoted: so no text is cut in two, of which the second could be a formula. */
const needsQuotes = /[",;\t\r\n]/;

function toCell(value: Cell, decimal: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return decimal === ',' ? String(value).replace('.', ',') : String(value);
  if (typeof value !== 'string') return String(value);
  const guarded = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
