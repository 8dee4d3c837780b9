import { withTables } from '../../scripts/lib/data-set-tables';
import { marketplaceAnswers, SCRIPT } from '../../scripts/lib/marketplace-answers';
import { DATA_MAP } from '../../src/data-map';
import { allModules, readManifest } from '../manifest/read-manifest';
import { textOf } from './project-files';

const document = textOf('docs/marketplace.md');
const titles = JSON.parse(textOf('words/en/manifest.json')) as Record<string, string>;

/** The English title of a module, which the manifest gives by key. */
const titleOf = (title: unknown): string | undefined =>
  titles[(title as { i18n?: string } | undefined)?.i18n ?? ''];

/** The rows of the table of modules: kind, key, title and icon. */
const rows = [...document.matchAll(/^\| [^|]+\| `([\w-]+)` +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].map(
  ([, key, title, icon]) => ({ key, title, icon }),
);

describe('docs/marketplace.md', () => {
  it(`says what the data map declares; if not, run: node --import tsx ${SCRIPT}`, () => {
    expect(document).toBe(withTables(document, marketplaceAnswers(DATA_MAP), SCRIPT));
  });

  it('would be found out if a data set about people were missing', () => {
    const fewer = DATA_MAP.filter(({ name }) => name !== 'request');
    expect(withTables(document, marketplaceAnswers(fewer), SCRIPT)).not.toBe(document);
  });

  it('names every module that people meet, with its title, and its icon where it has one', () => {
    const shown = allModules(readManifest()).filter(
      ({ kind, module }) => module['title'] !== undefined || kind === 'webtrigger',
    );
    expect(rows.map(({ key, title }) => [key, title])).toEqual(
      shown.map(({ module: { key, title } }) => [key, titleOf(title) ?? 'not shown']),
    );
    const withIcon = ({ icon = '' }: { icon?: string | undefined }): boolean => icon.includes('icon.svg');
    expect(rows.map(withIcon)).toEqual(shown.map(({ module: { icon } }) => icon !== undefined));
  });
});
