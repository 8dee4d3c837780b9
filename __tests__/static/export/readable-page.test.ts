import fc from 'fast-check';
import { pageChunks } from '../../../static/shared/export/readable-page';
import { hostileText } from './generated-parts';

function page(text: string) {
  const chunks = pageChunks({
    schemaVersion: text,
    noticeVersion: text,
    exportedAt: '2026-11-23T10:00:00.000Z',
    subject: { accountId: text },
    dataSets: [
      {
        dataSet: 'a',
        title: text,
        columns: [{ name: 'text', what: text }],
        records: [{ text }, { text: null }],
      },
    ],
  });
  return [...chunks].join('');
}

/** Every tag of a page with its attributes. */
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe('the readable page of an export', () => {
  it('has the same tags whatever the values are', () => {
    const plain = tags(page('plain'));
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tags(page(text))).toEqual(plain);
      }),
    );
  });

  it('contains no script and asks for nothing from elsewhere', () => {
    const html = page('plain');
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|http/i);
  });

  it('shows values escaped and counts the records', () => {
    const html = page('<b>&"quoted"');
    expect(html).toContain('<td>&lt;b&gt;&amp;&quot;quoted&quot;</td>');
    expect(html).toContain('<caption>Records: 2</caption>');
  });
});
