/** Each has a catalogue in `words/`. */
export const LANGUAGES = ['en', 'de', 'fr'] as const;

/** Made of the English: 40 % longer with accents, and from right to left. They show what would not fit or turn round. */
const PSEUDO_LANGUAGES = ['en-XA', 'ar-XB'] as const;

export type Language = (typeof LANGUAGES)[number] | (typeof PSEUDO_LANGUAGES)[number];

/** The language of a page for a locale of Jira: who has no catalogue reads English. */
export const languageFor = (locale: string): Language =>
  [...PSEUDO_LANGUAGES, ...LANGUAGES].find((language) => isOf(language, locale)) ?? 'en';

const isOf = (language: Language, locale: string): boolean =>
  locale === language || locale.startsWith(`${language}-`);

/**
 * In which locale a page in this language writes dates and numbers for a locale of Jira: in that one where it is of the
 * language, else in the language as written in its region, so that weeks begin and decimals look as at home.
 */
export function writtenIn(language: Language, locale: string): string {
  const { region } = new Intl.Locale(locale).maximize();
  return isOf(language, locale) || region === undefined ? locale : `${language}-${region}`;
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar-XB' ? 'rtl' : 'ltr');
