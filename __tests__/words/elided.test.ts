import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { elided } from '../../static/shared/words/elided';
import { speak, t, type Words } from '../../static/shared/words/words';

const catalogues = compiledCatalogues() as Record<string, Words>;

afterEach(() => speak(catalogues['en'] ?? {}, 'en', 'en'));

describe('“de” before a name', () => {
  it.each([
    ['Anna', 'd’Anna'],
    ['Élodie', 'd’Élodie'],
    ['Øyvind', 'd’Øyvind'],
    ['Yves', 'd’Yves'],
    ['Yasmine', 'de Yasmine'],
    ['Hans', 'de Hans'],
    ['Petra', 'de Petra'],
    ['\u2068Anna\u2069', 'd’\u2068Anna\u2069'],
    ['A$&', 'd’A$&'],
  ])('is as French writes it: %s', (name, written) => {
    expect(elided(`Les saisies de ${name} et de Paul`, { name, count: 1 })).toBe(
      `Les saisies ${written} et de Paul`,
    );
  });

  it('is so in the sentences of a French page, and in no other language', () => {
    speak(catalogues['fr'] ?? {}, 'fr', 'fr-FR');
    expect(t('person.entries-title', { name: 'Oskar' })).toBe('Saisies de temps d’Oskar');
    speak(catalogues['de'] ?? {}, 'de', 'de-DE');
    expect(t('person.entries-title', { name: 'Oskar' })).toBe('Zeiteinträge von Oskar');
  });
});
