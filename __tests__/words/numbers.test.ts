import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { workingTimeWords } from '../../static/shared/time-form/working-time';
import { speak, t } from '../../static/shared/words/words';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn() }));

const WORKING = { hoursPerDay: 7.5, daysPerWeek: 4.5 };

it.each([
  ['en', 'en-GB', ['7.5 hours a day', '4.5 days a week']],
  ['en', 'de-DE', ['7,5 hours a day', '4,5 days a week']],
  ['de', 'de-DE', ['7,5 Stunden am Tag', '4,5 Tagen in der Woche']],
  ['fr', 'fr-FR', ['7,5 heures par jour', '4,5 jours par semaine']],
] as const)('working hours in %s are written as in %s', (language, locale, expected) => {
  speak(compiledCatalogues()[language] ?? {}, language, locale);
  for (const words of expected) expect(workingTimeWords('1w', WORKING)).toContain(words);
});

it.each([
  ['en', 'ja-JP', '1 entry deleted.', '0 entries deleted.'],
  ['en', 'fr-FR', '1 entry deleted.', '0 entries deleted.'],
  ['en', 'tr-TR', '1 entry deleted.', '0 entries deleted.'],
  ['de', 'ja-JP', '1 Eintrag gelöscht.', '0 Einträge gelöscht.'],
  ['fr', 'de-CH', '1 saisie supprimée.', '0 saisie supprimée.'],
] as const)(
  'one and many in %s are told apart as that language does, also in %s',
  (language, locale, one, none) => {
    speak(compiledCatalogues()[language] ?? {}, language, locale);
    expect(t('entries.count-deleted', { count: 1 })).toBe(one);
    expect(t('entries.count-deleted', { count: 0 })).toBe(none);
  },
);
