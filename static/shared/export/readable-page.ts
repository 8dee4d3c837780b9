import { formatDays } from '../dates';
import { directionOf } from '../words/languages';
import { spokenLanguage, t } from '../words/words';
import { countRecords, isBeingDeleted, type ExportedData, type ExportedPart } from './exported-data';
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
  const title = escapeHtml(titleOf(reader, range !== undefined));
  const language = spokenLanguage();
  yield [
    '<!doctype html>',
    `<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${title}</title><style>${pageStyle}</style></head><body><main>`,
    `<h1>${title}</h1>`,
    `<p class="lead">${escapeHtml(inShort(entries, reader, written))}</p>`,
    ...(range === undefined ? [] : [paragraph(range)]),
    factList(factsOf(data, reader, written), 'facts'),
    ...(reader.isOwn ? [] : [paragraph(t('export.you-is', { name: reader.subject }))]),
    `${paragraph(t('export.files-about'))}\n`,
  ].join('\n');
  if (entries) yield* entriesChunks(entries, reader, written);
  if (others.length > 0) yield `<h2>${escapeHtml(t('export.besides'))}</h2>\n`;
  for (const part of others) yield* foldedChunks(part, reader);
  yield noticePart(data.notice);
  yield '</main></body></html>\n';
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

function titleOf({ isOwn, subject }: Reader, isPart: boolean): string {
  if (isOwn) return t(isPart ? 'export.page-part-own' : 'export.page-own');
  return t(isPart ? 'export.page-part-of' : 'export.page-of', { name: subject });
}

const secondsIn = ({ records }: ExportedPart): number =>
  records.reduce((sum, { seconds }) => sum + Number(seconds ?? 0), 0);

/** `534 time entries, 1,580.50 hours, 1 Dec 2025 – 29 Nov 2026` */
function inShort(entries: ExportedPart | undefined, reader: Reader, { hours }: Written): string {
  if (!entries || entries.records.length === 0) return t('export.no-entries');
  const days = entries.records.map(({ startedOn }) => String(startedOn));
  const first = days.reduce((one, other) => (one < other ? one : other));
  const last = days.reduce((one, other) => (one > other ? one : other));
  return t('export.in-short', {
    count: days.length,
    hours: hours(secondsIn(entries)),
    days: formatDays(first, last, reader),
  });
}

function factsOf(data: ExportedData, reader: Reader, { time }: Written): Array<readonly [string, string]> {
  const { accountId } = data.subject;
  const count = countRecords(data.dataSets);
  const moment = { time: time(data.exportedAt), zone: reader.timeZone, utc: data.exportedAt };
  return [
    [t('export.whose'), reader.subject],
    [t('export.account-id'), accountId],
    [t('export.exported-by'), t(reader.isOwn ? 'export.by-person' : 'export.by-administrator')],
    [t('export.exported-at'), t('export.moment', moment)],
    [t('common.records'), t(keptKey(data), { count })],
    [t('common.notice-version'), data.noticeVersion],
    [t('export.format-version'), data.schemaVersion],
  ];
}

function keptKey({ range, dataSets }: ExportedData) {
  if (range.entries !== 'all') return 'export.not-all';
  return isBeingDeleted(dataSets) ? 'export.as-kept-deleting' : 'export.as-kept';
}

function* entriesChunks(part: ExportedPart, reader: Reader, written: Written): Generator<string> {
  yield `<section><h2>${escapeHtml(part.title)}</h2>\n`;
  yield* tableChunks({
    label: t('export.entries', { count: part.records.length }),
    columns: [
      { name: t('my-data.access-day'), className: 'short' },
      { name: t('common.work-item'), className: 'short' },
      { name: t('export.title'), className: 'long' },
      { name: t('common.space') },
      { name: t('export.hours'), className: 'number' },
      { name: t('export.logged', { zone: reader.timeZone }), className: 'short' },
    ],
    rows: entryRows(part, reader, written),
    foot: [t('export.total'), '', '', '', written.hours(secondsIn(part)), ''],
  });
  const columns = escapeHtml(t('export.columns-of', { file: `${ENTRIES}.csv` }));
  yield `<details><summary>${columns}</summary>${meaningsOf(part)}</details></section>\n`;
}

function* entryRows(
  { records }: ExportedPart,
  reader: Reader,
  { day, hours, time }: Written,
): Generator<string[]> {
  for (const { startedOn, issueId, seconds, createdAt } of records) {
    const [key, title, space] = workItemCells(reader, String(issueId));
    const name = key === '' ? t('common.id-of', { id: String(issueId) }) : key;
    yield [day(String(startedOn)), name, title, space, hours(Number(seconds)), time(String(createdAt))];
  }
}

/** A data set that the app needs, or that says how it served the person: there for whoever looks closer. */
function* foldedChunks(part: ExportedPart, reader: Reader): Generator<string> {
  const label = t('export.kind', { title: part.title, count: part.records.length });
  const { names, rows } = tableOf(part, reader);
  yield `<details><summary>${escapeHtml(label)}</summary>${meaningsOf(part)}\n`;
  yield* tableChunks({ label, columns: names.map((name) => ({ name })), rows });
  yield '</details>\n';
}

const meaningsOf = ({ columns }: ExportedPart): string =>
  factList(columns.map(({ name, what }) => [name, what]));
