import fc from 'fast-check';
import Papa from 'papaparse';
import { toCsv } from '../../../static/shared/export/csv';
import type { ExportedRecord } from '../../../static/shared/export/exported-data';
import { generatedPart, hostileText } from './generated-parts';

const oneColumn = (...values: Array<ExportedRecord[string]>) =>
  toCsv({ columns: [{ name: 'text', what: 'A text' }], records: values.map((text) => ({ text })) });

/** Rows by a parser that is not ours, without the header. */
function parse(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  // The last line ends with CRLF, after which the parser sees an empty row.
  expect(data.pop()).toEqual(['']);
  return data.slice(1);
}

const unguard = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell);
const asText = (value: ExportedRecord[string] | undefined) =>
  value === null || value === undefined ? '' : String(value);

jest.setTimeout(30_000);

describe('CSV', () => {
  it('has a header line and ends every line with CRLF', () => {
    const columns = [
      { name: 'id', what: 'ID' },
      { name: 'seconds', what: 'Seconds' },
    ];
    expect(toCsv({ columns, records: [{ id: 'a', seconds: 60 }] })).toBe('id,seconds\r\na,60\r\n');
    expect(toCsv({ columns, records: [] })).toBe('id,seconds\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', "'=1", '＝1', '＋1', '－1', '＠A1'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(parse(oneColumn(text))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers as they are, also negative ones', () => {
    expect(oneColumn(-5, 1.5, 0)).toBe('text\r\n-5\r\n1.5\r\n0\r\n');
  });

  it('leaves what cannot be a formula as it is', () => {
    expect(oneColumn('2026-11-23', '557058:ab-cd', true, null)).toBe(
      'text\r\n2026-11-23\r\n557058:ab-cd\r\ntrue\r\n\r\n',
    );
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(oneColumn('a,b', 'say "so"', 'two\r\nlines')).toBe(
      'text\r\n"a,b"\r\n"say ""so"""\r\n"two\r\nlines"\r\n',
    );
  });

  it('gives a part back by another parser, once the guard is taken off', () => {
    fc.assert(
      fc.property(generatedPart, (part) => {
        const names = part.columns.map((column) => column.name);
        const wanted = part.records.map((record) => names.map((name) => asText(record[name])));
        const read = parse(toCsv(part));
        const strings = part.records.map((record) => names.map((name) => typeof record[name] === 'string'));
        expect(
          read.map((row, r) => row.map((cell, c) => (strings[r]?.[c] === true ? unguard(cell) : cell))),
        ).toEqual(wanted);
      }),
    );
  });

  it('never begins a cell of text with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(parse(oneColumn(text))[0]?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
