import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseManifest } from '../../local/manifest';
import { titleIn } from '../../local/manifest/translations';

const MANIFEST = `
app: { id: ari:cloud:ecosystem::app/translated }
modules:
  jira:globalPage:
    - { key: page, title: { i18n: page.title }, resource: main }
translations:
  resources:
    - { key: en-US, path: en.json }
    - { key: zh-CN, path: zh.json }
  fallback: { default: en-US, zh-TW: [ja-JP, zh-CN] }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'translations-'));
  write('en.json', { page: { title: 'Page' } });
  write('zh.json', { 'page.title': '页面', page: { title: 'not used' } });
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, texts: unknown): void =>
  writeFileSync(path.join(folder, file), JSON.stringify(texts));

describe('A title in the translations of a manifest', () => {
  it.each([
    ['in its own language, a whole name before mappings', 'zh-CN', '页面'],
    ['in the first language it falls back to that has it', 'zh-TW', '页面'],
    ['in the default language', 'fr-FR', 'Page'],
  ])('is read %s', (_, locale, title) => {
    const { translations } = parseManifest(MANIFEST, folder);
    expect(titleIn(translations, { i18n: 'page.title' }, locale)).toBe(title);
  });

  it('that the default language lacks is refused, as Forge refuses to deploy it', () => {
    write('en.json', { page: {} });
    expect(() => parseManifest(MANIFEST, folder)).toThrow(
      'page.title, which the translations for en-US lack',
    );
  });

  it('in a file that is not there, or is no JSON, is refused', () => {
    writeFileSync(path.join(folder, 'zh.json'), '{');
    expect(() => parseManifest(MANIFEST, folder)).toThrow('zh.json are not there, or are no JSON');
    rmSync(path.join(folder, 'zh.json'));
    expect(() => parseManifest(MANIFEST, folder)).toThrow('zh.json are not there, or are no JSON');
  });
});
