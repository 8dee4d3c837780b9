import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { periodWords } from '../../static/shared/period';
import { speak } from '../../static/shared/words/words';

it.each([
  ['en', 'en-GB', ['0 days', '1 day', '90 days', '1 year', '366 days', '3 years']],
  ['de', 'de-DE', ['0 Tage', '1 Tag', '90 Tage', '1 Jahr', '366 Tage', '3 Jahre']],
  ['fr', 'fr-FR', ['0 jour', '1 jour', '90 jours', '1 an', '366 jours', '3 ans']],
] as const)('whole years are said as years, other periods as days, in %s', (language, locale, expected) => {
  speak(compiledCatalogues()[language] ?? {}, language, locale);
  expect([0, 1, 90, 365, 366, 1095].map(periodWords)).toEqual(expected);
});
