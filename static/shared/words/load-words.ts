import { languageFor, writtenIn, type Language } from './languages';
import { speak, type Key, type Words } from './words';

/**
 * Fetches what the page says in the language of a locale, which the build wrote beside the page; once more in English where
 * that fails.
 * @param needed what the page cannot do without: an answer that lacks it is no catalogue of the page
 * @returns the language of the page, or nothing where no words came
 */
export async function loadWords(locale: string, needed: Key): Promise<Language | undefined> {
  for (const language of [languageFor(locale), 'en'] as const) {
    const words = await fetchWords(language, needed);
    if (!words) continue;
    speak(words, language, writtenIn(language, locale));
    return language;
  }
  return undefined;
}

async function fetchWords(language: Language, needed: Key): Promise<Words | undefined> {
  try {
    const answer = await fetch(`./words/${language}.json`);
    const words: unknown = answer.ok ? await answer.json() : undefined;
    return isCatalogue(words, needed) ? words : undefined;
  } catch {
    return undefined;
  }
}

const isCatalogue = (answer: unknown, needed: Key): answer is Words =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, needed);
