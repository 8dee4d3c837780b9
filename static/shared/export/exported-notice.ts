import type { Notice } from '../../../src/contract';
import type { Issue } from '../issues';
import type { Found } from '../look-up';
import { escapeHtml, factList } from './html';

/** What a copy has to say of the data besides the data (GDPR art. 15(1)(a) to (h)): the notice as it was in force. */
export interface ExportedNotice {
  /** The title and the address of the organisation's own page, as whoever exports sees it; null where there is none to say. */
  responsible: { title: string; address: string } | null;
  sections: Notice['sections'];
  dataSets: Array<Omit<Notice['dataSets'][number], 'fields' | 'exported'>>;
}

/** @param found what Jira tells of the organisation's own page */
export function exportedNotice(
  { sections, dataSets }: Notice,
  found: Found<Issue> | undefined,
  siteUrl: string,
): ExportedNotice {
  const responsible =
    found?.state === 'known'
      ? { title: found.value.summary, address: `${siteUrl}/browse/${encodeURIComponent(found.value.key)}` }
      : null;
  return {
    responsible,
    sections,
    dataSets: dataSets.map(({ name, title, what, purpose, lawfulBasis, retention, onErasure }) => ({
      ...{ name, title, what, purpose, lawfulBasis, retention, onErasure },
    })),
  };
}

/** The same as a part of the page to read, folded but for its heading. */
export function noticePart({ responsible, sections, dataSets }: ExportedNotice): string {
  const page = responsible
    ? `<p>${escapeHtml(responsible.title)}: ${escapeHtml(responsible.address)}</p>`
    : '';
  const texts = sections.map(({ id, title, paragraphs }) => {
    const said = paragraphs.map(({ text, source }) => `<p>${escapeHtml(text)}${sourceWords(source)}</p>`);
    return `<h3>${escapeHtml(title)}</h3>${id === 'responsible' ? page : ''}${said.join('')}`;
  });
  const sets = dataSets.map(
    (set) =>
      `<h3>${escapeHtml(set.title)}</h3>${factList([
        ['What', set.what],
        ['Why', set.purpose],
        ['Legal basis', set.lawfulBasis],
        ['How long', set.retention],
        ['If you delete', set.onErasure],
      ])}`,
  );
  return [
    '<h2>Why, on which legal basis, from where, for whom and how long</h2>\n',
    '<p>“You” is the person whose data this is.</p>\n',
    `<details><summary>The privacy notice as it was in force</summary>${texts.join('\n')}</details>\n`,
    `<details><summary>Each kind of record</summary>${sets.join('\n')}</details>\n`,
  ].join('');
}

const sourceWords = (source: string | undefined): string =>
  source === undefined ? '' : ` (According to ${escapeHtml(source)}.)`;
