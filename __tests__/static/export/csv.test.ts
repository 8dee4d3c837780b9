import fc from 'fast-check';
import Papa from 'papaparse';
import { plainTable, toCsv } from '../../../static/shared/export/csv';
import type { ExportedRecord } from '../../../static/shared/export/exported-data';
import { generatedPart, hostileText } from './generated-parts';

const ENGLISH = 'en-GB';
const GERMAN = 'de-DE';
const MARK = '\uFEFF';

const inColumn = (locale: string, ...values: Array<ExportedRecord[string]>) =>
  toCsv(plainTable({ columns: [{ name: 'text' }], records: values.map((text) => ({ text })) }), locale);
const oneColumn = (...values: Array<ExportedRecord[string]>) => inColumn(ENGLISH, ...values);

/** Rows by a parser that is not ours, without the header. */
function parse(csv: string, delimiter = ','): string[][] {
  expect(csv.startsWith(MARK)).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter, newline: '\r\n' });
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
  it('begins with a byte order mark and a header line, and ends every line with CRLF', () => {
    const columns = [{ name: 'id' }, { name: 'seconds' }];
    const csv = (records: ExportedRecord[]) => toCsv(plainTable({ columns, records }), ENGLISH);
    expect(csv([{ id: 'a', seconds: 60 }])).toBe(`${MARK}id,seconds\r\na,60\r\n`);
    expect(csv([])).toBe(`${MARK}id,seconds\r\n`);
  });

  it.each(['de-DE', 'fr-FR', 'pt-BR', 'pl-PL', 'ru-RU', 'es-ES'])(
    'in %s separates cells by semicolons and writes numbers with a comma',
    (locale) => {
      const columns = [{ name: 'hours' }, { name: 'text' }];
      const table = plainTable({ columns, records: [{ hours: 1.5, text: '1.5' }] });
      expect(toCsv(table, locale)).toBe(`${MARK}hours;text\r\n1,5;1.5\r\n`);
    },
  );

  it.each(['en-GB', 'en-US', 'ja-JP', 'de-CH', 'he-IL'])('in %s separates cells by commas', (locale) => {
    expect(toCsv({ names: ['a', 'b'], rows: [[1.5, 2]] }, locale)).toBe(`${MARK}a,b\r\n1.5,2\r\n`);
  });

  it('has every row of very many, whatever makes them', () => {
    function* rows() {
      for (let at = 0; at < 2_500; at += 1) yield [at];
    }
    expect(toCsv({ names: ['n'], rows: rows() }, ENGLISH).split('\r\n')).toHaveLength(2_502);
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', "'=1", '＝1', '＋1', '－1', '＠A1'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(parse(oneColumn(text))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers as they are, also negative ones', () => {
    expect(oneColumn(-5, 1.5, 0)).toBe(`${MARK}text\r\n-5\r\n1.5\r\n0\r\n`);
  });

  it('leaves what cannot be a formula as it is', () => {
    expect(oneColumn('2026-11-23', '557058:ab-cd', true, null)).toBe(
      `${MARK}text\r\n2026-11-23\r\n557058:ab-cd\r\ntrue\r\n\r\n`,
    );
  });

  it('quotes both separators, quotes and line breaks', () => {
    expect(oneColumn('a,b', 'a;b', 'say "so"', 'two\r\nlines')).toBe(
      `${MARK}text\r\n"a,b"\r\n"a;b"\r\n"say ""so"""\r\n"two\r\nlines"\r\n`,
    );
  });

  it('quotes what another spreadsheet takes for a separator, so that no formula begins behind it', () => {
    expect(oneColumn('a\t=1')).toBe(`${MARK}text\r\n"a\t=1"\r\n`);
  });

  it('guards its heads as it guards its cells', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const [head] = Papa.parse<string[]>(toCsv({ names: [name], rows: [] }, ENGLISH).slice(1)).data;
        expect(head?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('gives a part back by another parser, once the guard is taken off', () => {
    fc.assert(
      fc.property(generatedPart, (part) => {
        const names = part.columns.map((column) => column.name);
        const wanted = part.records.map((record) => names.map((name) => asText(record[name])));
        const read = parse(toCsv(plainTable(part), ENGLISH));
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
        for (const [locale, separator] of [
          [ENGLISH, ','],
          [GERMAN, ';'],
        ] as const) {
          const cell = parse(inColumn(locale, text), separator)[0]?.[0];
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
    );
  });
});
