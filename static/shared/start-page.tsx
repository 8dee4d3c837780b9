import { view } from '@forge/bridge';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';
import { PageBoundary } from './page-boundary';
import { readViewer, ViewerContext } from './viewer';
import { directionOf, languageFor, LANGUAGES, writtenIn } from './words/languages';
import { loadWords } from './words/load-words';
import { t, type Key } from './words/words';

/** If the words take longer, the page says that it has none, and still waits for them. */
const LATE_MS = 10_000;

/**
 * Takes over Jira's theme and language, then shows the page in `#root`.
 * @param title what the page is called, for who hears it
 */
export async function startPage(title: Key, page: ReactNode | Promise<ReactNode>): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  let { language: locale } = navigator;
  const late = setTimeout(() => sayWithoutWords(root, locale), LATE_MS);
  const readWords = async () => {
    const viewer = await readViewer();
    locale = viewer.locale;
    return { viewer, language: await loadWords(locale, title) };
  };
  const [{ viewer, language }, , shown] = await Promise.all([readWords(), view.theme.enable(), page]);
  clearTimeout(late);
  if (language === undefined) return sayWithoutWords(root, locale);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  document.title = t(title);
  createRoot(root).render(
    <StrictMode>
      <ViewerContext.Provider value={{ ...viewer, locale: writtenIn(language, locale) }}>
        <PageBoundary>{shown}</PageBoundary>
      </ViewerContext.Provider>
    </StrictMode>,
  );
}

/** In no catalogue: it is shown where none came. */
const NO_WORDS: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: 'We could not load this page. Nothing was changed. Reload it to try again.',
  de: 'Wir konnten diese Seite nicht laden. Es wurde nichts geändert. Lade sie neu, um es erneut zu versuchen.',
  fr: 'Impossible de charger cette page. Rien n’a été modifié. Rechargez-la pour réessayer.',
};

function sayWithoutWords(root: HTMLElement, locale: string): void {
  const read = LANGUAGES.find((one) => one === languageFor(locale)) ?? 'en';
  document.documentElement.lang = read;
  root.textContent = NO_WORDS[read];
}
