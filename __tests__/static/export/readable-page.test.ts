import fc from 'fast-check';
import type { ExportedPart } from '../../../static/shared/export/exported-data';
import type { Reader } from '../../../static/shared/export/reader';
import { pageChunks } from '../../../static/shared/export/readable-page';
import { everythingOf, hostileText, noticeOfText, reader, timeEntries } from './generated-parts';
import { printed } from '../../setup/printed';

const textPart = (text: string): ExportedPart => ({
  dataSet: 'a',
  title: text,
  columns: [{ name: 'text', what: text, kind: 'token' }],
  records: [{ text }, { text: null }],
});

function page(text: string, parts: ExportedPart[] = [textPart(text)], who: Partial<Reader> = {}): string {
  const chunks = pageChunks(
    {
      schemaVersion: text,
      noticeVersion: text,
      exportedAt: '2026-11-23T23:30:00.000Z',
      subject: { accountId: text },
      dataSets: parts,
      ...everythingOf,
      notice: noticeOfText(text),
    },
    { ...reader, ...who },
  );
  return [...chunks].join('');
}

/** Every tag of a page with its attributes, of which a label is a text. */
const tags = (html: string) =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/aria-label="[^"]*"/, 'aria-label'));

const entries = timeEntries(
  { issueId: '10', startedOn: '2025-12-01', seconds: 5400 },
  { issueId: '11', startedOn: '2026-11-23', seconds: 4_500_000 },
);

describe('the readable page of an export', () => {
  it('has the same tags whatever the values are', () => {
    const named = (text: string): Partial<Reader> => ({
      isOwn: false,
      subject: text,
      workItems: new Map([
        ['10', { state: 'known', value: { id: '10', key: text, summary: text, space: text } }],
      ]),
    });
    const whole = (text: string) => tags(page(text, [entries, textPart(text)], named(text)));
    const plain = whole('plain');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(whole(text)).toEqual(plain);
      }),
    );
  });

  it('contains no script and asks for nothing from elsewhere', () => {
    expect(page('plain', [entries, textPart('plain')])).not.toMatch(
      /<script|<link|<img|src=|href=|http|@import|url\(/i,
    );
  });

  it('begins with what it is, in short', () => {
    const html = page('plain', [textPart('plain'), entries]);
    expect(html).toContain(
      printed('<p class="lead">2 time entries, 1,251.50 hours, 1 Dec 2025 – 23 Nov 2026</p>'),
    );
    expect(html).toContain('<dt>Whose data</dt><dd>Ada Lovelace</dd>');
    expect(html).toContain('2026-11-24 00:30:00 (Europe/Zurich), 2026-11-23T23:30:00.000Z in UTC');
    expect(html).toContain('<dt>Records</dt><dd>4, exactly as many as were stored</dd>');
    expect(page('plain')).toContain('<p class="lead">No time entries</p>');
    expect(html).toMatch(/<body><main>[^]*<\/main><\/body>/);
  });

  it('has the time entries to read, and everything else folded', () => {
    const html = page('plain', [textPart('plain'), entries]);
    const [open, folded] = html.split('<h2>What else the app stores</h2>');
    expect(open).toContain(
      printed(
        '<td class="short">1 Dec 2025</td><td class="short">KAFKA-7</td><td class="long">=Lost, offsets</td><td>Kafka</td><td class="number">1.50</td><td class="short">2026-11-24 00:30:05</td>',
      ),
    );
    expect(open).toContain(
      '<td class="short">ID 11</td><td class="long">Not visible in Jira to the person who exported this</td>',
    );
    expect(open).toContain('<tfoot><tr><td class="short">Total</td>');
    expect(folded).toMatch(/^\s*<details><summary>plain: 2 records<\/summary>/);
  });

  it('shows values escaped and counts the records', () => {
    const html = page('<b>&"quoted"');
    expect(html).toContain('<td>&lt;b&gt;&amp;&quot;quoted&quot;</td>');
    expect(html).toContain(': 2 records</caption>');
  });
});
