import { countOf } from '../count-words';
import { countRecords, type ExportedData, type ExportedPart } from './exported-data';
import { escapeHtml, factList, tableChunks } from './html';
import { pageStyle } from './page-style';
import { ENTRIES, rangeWords } from './portion';
import { workItemCells, writtenFor, type Reader, type Written } from './reader';
import { noticePart } from './exported-notice';
import { tableOf } from './tables';

/** The export as a page a person can read, piece by piece: one file without scripts, everything escaped. */
export function* pageChunks(data: ExportedData, reader: Reader): Generator<string> {
  // What people come for is a table to read. Everything else is folded.
  const entries = data.dataSets.find(({ dataSet }) => dataSet === ENTRIES);
  const others = data.dataSets.filter((part) => part !== entries);
  const written = writtenFor(reader);
  const range = rangeWords(data.range, reader);
  const whole = reader.isOwn ? 'My data' : `Data of ${reader.subject}`;
  const title =
    range === undefined ? whole : `A part of ${whole.replace(/^[DM]/, (first) => first.toLowerCase())}`;
  yield [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)} in Privacy Center for Jira</title><style>${pageStyle}</style></head><body><main>`,
    `<h1>${escapeHtml(title)} in Privacy Center for Jira</h1>`,
    `<p class="lead">${escapeHtml(inShort(entries, reader, written))}</p>`,
    ...(range === undefined
      ? []
      : [`<p>${escapeHtml(range)} are here. Every other kind of record is here in full.</p>`]),
    factList(factsOf(data, reader, written), 'facts'),
    '<p>The same records are in <code>data.json</code>, in the form that <code>data.schema.json</code> describes, and in one CSV file for each kind of record. The app knows work items by their ID alone: Jira told the browser their keys, titles and spaces.</p>\n',
  ].join('\n');
  if (entries) yield* entriesChunks(entries, reader, written);
  if (others.length > 0) yield '<h2>What the app keeps besides</h2>\n';
  for (const part of others) yield* foldedChunks(part, reader);
  yield noticePart(data.notice);
  yield '</main></body></html>\n';
}

const secondsIn = ({ records }: ExportedPart): number =>
  records.reduce((sum, { seconds }) => sum + Number(seconds ?? 0), 0);

/** `534 time entries, 1,580.50 hours, 1 Dec 2025 – 29 Nov 2026` */
function inShort(entries: ExportedPart | undefined, { locale }: Reader, { hours, day }: Written): string {
  if (!entries || entries.records.length === 0) return 'No time entries';
  const days = entries.records.map(({ startedOn }) => String(startedOn));
  const first = days.reduce((one, other) => (one < other ? one : other));
  const last = days.reduce((one, other) => (one > other ? one : other));
  const count = countOf(days.length, 'time entry', 'time entries', locale);
  return `${count}, ${hours(secondsIn(entries))} hours, ${day(first)} – ${day(last)}`;
}

function factsOf(data: ExportedData, reader: Reader, { time }: Written): Array<readonly [string, string]> {
  const { accountId } = data.subject;
  const records = countRecords(data.dataSets).toLocaleString(reader.locale);
  return [
    ['Whose data', reader.subject],
    ['Atlassian account ID', accountId],
    ['Exported by', reader.isOwn ? 'the person themselves' : 'an administrator'],
    ['Exported at', `${time(data.exportedAt)} (${reader.timeZone}), ${data.exportedAt} in UTC`],
    [
      'Records',
      data.range.entries === 'all'
        ? `${records}, exactly as many as were kept`
        : `${records}, not all that were kept`,
    ],
    ['Privacy notice', `version ${data.noticeVersion}`],
    ['Form of data.json', `version ${data.schemaVersion}`],
  ];
}

function* entriesChunks(part: ExportedPart, reader: Reader, written: Written): Generator<string> {
  yield `<section><h2>${escapeHtml(part.title)}</h2>\n`;
  yield* tableChunks({
    label: countOf(part.records.length, 'time entry', 'time entries', reader.locale),
    columns: [
      { name: 'Day', className: 'short' },
      { name: 'Work item', className: 'short' },
      { name: 'Title', className: 'long' },
      { name: 'Space' },
      { name: 'Hours', className: 'number' },
      { name: `Logged (${reader.timeZone})`, className: 'short' },
    ],
    rows: entryRows(part, reader, written),
    foot: ['Total', '', '', '', written.hours(secondsIn(part)), ''],
  });
  yield `<details><summary>What each column of ${ENTRIES}.csv says</summary>${meaningsOf(part)}</details></section>\n`;
}

function* entryRows(
  { records }: ExportedPart,
  reader: Reader,
  { day, hours, time }: Written,
): Generator<string[]> {
  for (const { startedOn, issueId, seconds, createdAt } of records) {
    const [key, title, space] = workItemCells(reader, String(issueId));
    const name = key === '' ? `ID ${String(issueId)}` : key;
    yield [day(String(startedOn)), name, title, space, hours(Number(seconds)), time(String(createdAt))];
  }
}

/** A data set that the app needs, or that says how it served the person: there for whoever looks closer. */
function* foldedChunks(part: ExportedPart, reader: Reader): Generator<string> {
  const records = countOf(part.records.length, 'record', 'records', reader.locale);
  const { names, rows } = tableOf(part, reader);
  yield `<details><summary>${escapeHtml(part.title)}: ${records}</summary>${meaningsOf(part)}\n`;
  yield* tableChunks({ label: `${part.title}: ${records}`, columns: names.map((name) => ({ name })), rows });
  yield '</details>\n';
}

const meaningsOf = ({ columns }: ExportedPart): string =>
  factList(columns.map(({ name, what }) => [name, what]));
