import { languageFor, writtenIn } from '../../static/shared/words/languages';

const DAY = new Date('2026-11-30T12:00:00Z');
const dayIn = (locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(DAY);

it.each([
  ['en-GB', '30 November 2026'],
  ['en-US', 'November 30, 2026'],
])('English dates in %s are written as there', (locale, day) => {
  expect(dayIn(writtenIn(languageFor(locale), locale))).toBe(day);
});

it.each(['ja-JP', 'es-ES', 'pt-BR', 'he-IL', 'pl', 'zh-Hant-TW'])(
  'a reader in %s gets English, and English names of months with it',
  (locale) => {
    expect(languageFor(locale)).toBe('en');
    expect(dayIn(writtenIn('en', locale))).toContain('November');
  },
);

it('decimals look as in the region of the reader', () => {
  expect((1.5).toLocaleString(writtenIn('en', 'es-ES'))).toBe('1,5');
  expect((1.5).toLocaleString(writtenIn('en', 'ja-JP'))).toBe('1.5');
});

it('a page whose German did not come has English dates', () => {
  expect(dayIn(writtenIn('en', 'de-DE'))).toContain('November 2026');
});
