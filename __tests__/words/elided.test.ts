import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compiledCatalogues, compileMessage } from '../../scripts/lib/words.mjs';
import { elided } from '../../static/shared/words/elided';
import { rich, speak, t, type Key, type Words } from '../../static/shared/words/words';

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

describe('“de” in a message with elements', () => {
  const KEY: Key = 'person.entries-title';
  const strong = (inner: ReactNode) => createElement('strong', null, inner);
  const Named = ({ of }: { of: string }) => createElement('b', null, of);
  const written = (text: string, values: Parameters<typeof rich>[1], language: 'fr' | 'de' = 'fr') => {
    speak({ [KEY]: compileMessage(text) }, language, language);
    return renderToStaticMarkup(createElement('p', null, rich(KEY, values)));
  };

  it.each([
    [
      'the name is an element',
      'Saisies de {name}',
      { name: createElement('bdi', null, 'Anna') },
      'd’<bdi>Anna</bdi>',
    ],
    [
      'it begins with a consonant',
      'Saisies de {name}',
      { name: createElement('bdi', null, 'Paul') },
      'de <bdi>Paul</bdi>',
    ],
    [
      'the name stands in an element',
      'Saisies de <strong>{name}</strong>',
      { name: 'Anna', strong },
      'd’<strong>Anna</strong>',
    ],
    [
      'an element holds both',
      '<strong>Saisies de {name}</strong>',
      { name: 'Anna', strong },
      'd’Anna</strong>',
    ],
    [
      'both stand beside an element',
      'Saisies de {name} <strong>ici</strong>',
      { name: 'Anna', strong },
      'd’Anna <strong>',
    ],
    [
      'only a component knows it',
      'Saisies de {name}',
      { name: createElement(Named, { of: 'Anna' }) },
      'de <b>Anna</b>',
    ],
  ])('is as French writes it where %s', (_, text, values, expected) => {
    expect(written(text, values)).toContain(expected);
  });

  it('stays in another language', () => {
    const name = createElement('bdi', null, 'Anna');
    expect(written('Nachricht de {name}', { name }, 'de')).toContain('de <bdi>Anna</bdi>');
  });
});
