import type { Notice } from '../../../src/contract';
import type { Issue } from '../issues';
import { isolated } from '../isolated';
import type { Found } from '../look-up';
import { inLanguage, t } from '../words/words';
import type { ExportedNotice } from './exported-data';
import { escapeHtml, factList } from './html';

/** @param found what Jira tells of the organisation's own page */
export function exportedNotice(
  { language, sections, dataSets }: Notice,
  found: Found<Issue> | undefined,
  siteUrl: string,
): ExportedNotice {
  const responsible =
    found?.state === 'known'
      ? { title: found.value.summary, address: `${siteUrl}/browse/${encodeURIComponent(found.value.key)}` }
      : null;
  return {
    language,
    responsible,
    sections,
    dataSets: dataSets.map(({ name, title, what, purpose, lawfulBasis, retention, onErasure }) => ({
      name,
      title,
      what,
      purpose,
      lawfulBasis,
      retention,
      onErasure,
    })),
  };
}

/** The same as a part of the page to read, folded but for its heading. */
export function noticePart({ language, responsible, sections, dataSets }: ExportedNotice): string {
  const page = responsible ? `<p>${escapeHtml(pageWords(responsible))}</p>` : '';
  const texts = sections.map(({ id, title, paragraphs }) => {
    const said = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraphWords(paragraph))}</p>`);
    return `<h3>${escapeHtml(title)}</h3>${id === 'responsible' ? page : ''}${said.join('')}`;
  });
  const sets = dataSets.map(
    (set) =>
      `<h3>${escapeHtml(set.title)}</h3>${factList([
        [t('my-data.access-what'), set.what],
        [t('my-data.why'), set.purpose],
        [t('common.legal-basis'), set.lawfulBasis],
        [t('my-data.how-long'), set.retention],
        [t('export.if-deleted'), set.onErasure],
      ])}`,
  );
  return [
    `<h2>${escapeHtml(t('export.notice-title'))}</h2>\n`,
    `<details><summary>${escapeHtml(t('export.notice-in-force'))}</summary>${inItsLanguage(texts, language)}</details>\n`,
    `<details><summary>${escapeHtml(t('export.each-kind'))}</summary>${inItsLanguage(sets, language)}</details>\n`,
  ].join('');
}

/** Marked where the page around it is in another. */
function inItsLanguage(parts: readonly string[], language: Notice['language']): string {
  const { lang, dir } = inLanguage(language);
  const said = parts.join('\n');
  return lang === undefined ? said : `<div lang="${escapeHtml(lang)}" dir="${dir}">${said}</div>`;
}

const pageWords = ({ title, address }: NonNullable<ExportedNotice['responsible']>): string =>
  t('export.named-page', { title: isolated(title), address });

const paragraphWords = ({ text, source }: Notice['sections'][number]['paragraphs'][number]): string =>
  source === undefined ? text : t('export.according-to', { text, source });
