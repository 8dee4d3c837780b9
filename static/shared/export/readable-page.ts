import { recordsInChunks, type ExportedData, type ExportedPart, type ExportedRecord } from './exported-data';

const style = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; padding-block: 0.5rem; }
th, td { border-block-end: 1px solid #8884; padding: 0.3rem 0.6rem 0.3rem 0; text-align: start; }
.scroll { overflow-x: auto; }
dt { font-weight: 600; }
`;

/** The export as a page a person can read, piece by piece: one file without scripts, everything escaped. */
export function* pageChunks(data: ExportedData): Generator<string> {
  const facts = [
    ['Account ID', data.subject.accountId],
    ['Exported at', data.exportedAt],
    ['Version of the privacy notice', data.noticeVersion],
    ['Version of this format', data.schemaVersion],
  ] as const;
  yield [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>My data in Privacy Center for Jira</title><style>${style}</style></head><body>`,
    '<h1>My data in Privacy Center for Jira</h1>',
    `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`,
    '<p>The same records are in <code>data.json</code> and in one CSV file for each kind of data.</p>\n',
  ].join('\n');
  for (const part of data.dataSets) yield* sectionChunks(part);
  yield '</body></html>\n';
}

function* sectionChunks({ title, columns, records }: ExportedPart): Generator<string> {
  const meanings = columns.map(
    ({ name, what }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(what)}</dd>`,
  );
  const heading = columns.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  yield [
    `<section><h2>${escapeHtml(title)}</h2><dl>${meanings.join('')}</dl>`,
    '<div class="scroll" role="region" tabindex="0" aria-label="Records">',
    `<table><caption>Records: ${records.length}</caption><thead><tr>${heading}</tr></thead><tbody>\n`,
  ].join('\n');
  for (const chunk of recordsInChunks(records)) {
    yield chunk.map((record) => toRow(columns, record)).join('');
  }
  yield '</tbody></table></div></section>\n';
}

function toRow(columns: ExportedPart['columns'], record: ExportedRecord): string {
  const cells = columns.map(({ name }) => `<td>${escapeHtml(String(record[name] ?? ''))}</td>`);
  return `<tr>${cells.join('')}</tr>\n`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
