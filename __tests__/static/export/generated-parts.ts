import fc from 'fast-check';
import type { ExportedNotice, ExportedPart } from '../../../static/shared/export/exported-data';
import type { Reader } from '../../../static/shared/export/reader';

/** A notice that says the same text everywhere. */
export const noticeOfText = (text: string): ExportedNotice => ({
  language: 'en',
  responsible: { title: text, address: text },
  sections: [{ id: 'responsible', title: text, paragraphs: [{ text, source: text }] }],
  dataSets: [
    {
      name: 'a',
      title: text,
      what: text,
      purpose: text,
      lawfulBasis: text,
      retention: text,
      onErasure: text,
    },
  ],
});

/** Texts that break careless CSV, HTML or spreadsheets, among arbitrary ones. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '=HYPERLINK("http://evil.example")',
    '+1',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r\n=1',
    "'=1",
    "''",
    'a,b',
    'say "so"',
    'two\nlines',
    '</td><script>alert(1)</script>',
    '&amp;',
    '\u0000',
    '＝1',
    '__proto__',
  ),
);

const value = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

/** What an export of everything says beside its records. */
export const everythingOf = {
  range: { entries: 'all' } as const,
  site: 'https://example.atlassian.net',
  workItems: [],
  notice: noticeOfText('Words'),
};

/** Somebody in Zurich who exports their own data. */
export const reader: Reader = {
  locale: 'en-GB',
  timeZone: 'Europe/Zurich',
  subject: 'Ada Lovelace',
  isOwn: true,
  workItems: new Map([
    [
      '10',
      { state: 'known', value: { id: '10', key: 'KAFKA-7', summary: '=Lost, offsets', space: 'Kafka' } },
    ],
    ['11', { state: 'unknown' }],
  ]),
};

export const timeEntries = (
  ...entries: Array<{ issueId: string; startedOn: string; seconds: number }>
): ExportedPart => ({
  dataSet: 'time-entry',
  title: 'Time entries',
  columns: [
    { name: 'issueId', what: 'The work item', kind: 'jira-id' },
    { name: 'startedOn', what: 'The day', kind: 'day' },
    { name: 'seconds', what: 'For how long', kind: 'integer' },
    { name: 'createdAt', what: 'When it was logged', kind: 'instant' },
  ],
  records: entries.map((entry) => ({ ...entry, createdAt: '2026-11-23T23:30:05.000Z' })),
});

// Made once: making one of these takes longer than all the texts that are drawn of it.
const columnNames = fc.uniqueArray(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), { minLength: 1, maxLength: 4 });
const dataSetName = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8})?$/);

/** A data set with 1 to 4 columns and up to 20 records that fill them. */
export const generatedPart: fc.Arbitrary<ExportedPart> = columnNames.chain((names) =>
  fc.record({
    dataSet: dataSetName,
    title: hostileText,
    columns: fc.constant(names.map((name) => ({ name, what: `What ${name} is`, kind: 'token' }))),
    records: fc.array(
      fc
        .tuple(...names.map(() => value))
        .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))),
      { maxLength: 20 },
    ),
  }),
);
