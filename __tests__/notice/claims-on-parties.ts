import { DATA_MAP } from '../../src/data-map';
import { sayIn } from '../../src/words';
import { projectFiles, textOf } from '../project/project-files';
import { storedRows } from '../setup/use-forge';
import { expectRefusal } from './expect-refusal';
import type { Check } from './claims-on-storage';

/** Written down from the vendor's policy, apart from the code. */
const VENDOR = { name: 'Cappsule Sàrl', contact: 'security@cappsule.io' };
/** Packages of which the code was read: none of them measures or reports what people do. */
const FUNCTIONS = [
  '@forge/api',
  '@forge/events',
  '@forge/kvs',
  '@forge/resolver',
  'intl-messageformat',
  'valibot',
];
const PAGES = [
  '@atlaskit/button',
  '@atlaskit/progress-bar',
  '@atlaskit/tabs',
  '@atlaskit/tokens',
  '@forge/bridge',
  '@formatjs/icu-messageformat-parser',
  '@noble/hashes',
  'fflate',
  'intl-messageformat',
  'react',
  'react-dom',
];
/** Ways in which a page can reach an address other than its own files, or recognise somebody again. */
const WAYS_OUT =
  /\bfetch\((?!`\.\/)|sendBeacon|XMLHttpRequest|WebSocket|EventSource|new Image\b|document\.cookie|localStorage|indexedDB/;

const codeIn = (folder: string): string[] =>
  projectFiles()
    .filter((file) => file.startsWith(`${folder}/`) && /\.tsx?$/.test(file))
    .map(textOf);

/** Packages that the code of a folder names in an import, by their names without a path. */
function importedIn(folder: string): string[] {
  const named = codeIn(folder).flatMap((text) =>
    [...text.matchAll(/(?:from|import)\s*\(?\s*'([@\w][@\w./-]*)'/g)].map(([, name = '']) => name),
  );
  const packages = named.map((name) =>
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(packages)].filter((name) => !name.startsWith('node:')).sort();
}

/** What the notice says of who decides, who is behind the app, and what it does not do. */
export const CLAIMS_ON_PARTIES: Record<string, Check> = {
  'purposes-in-map': async ({ forge, anna, annaId }) => {
    const { dataSets } = await anna.user('getNotice');
    const say = sayIn('en');
    for (const set of DATA_MAP.filter(({ about }) => about !== 'nobody')) {
      const told = dataSets.find(({ name }) => name === set.name);
      expect(told).toMatchObject({ purpose: say(set.purpose), title: say(set.title) });
      expect(told?.purpose).toMatch(/^\p{Lu}.{15,}\.$/u);
      expect(told?.lawfulBasis).toMatch(/has not chosen a legal basis yet/);
    }
    const kept = new Set(
      storedRows(forge)
        .filter(({ key, value }) => JSON.stringify([key, value]).includes(annaId))
        .map(({ entityName }) => entityName),
    );
    for (const name of kept) expect(dataSets.map((told) => told.name)).toContain(name);
  },
  'no-tracking': () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: object };
    expect(Object.keys(dependencies).sort()).toEqual(FUNCTIONS);
    expect(importedIn('src')).toEqual(FUNCTIONS);
    expect(importedIn('static').filter((name) => !PAGES.includes(name))).toEqual([]);
    expect(codeIn('static').filter((text) => WAYS_OUT.test(text))).toEqual([]);
  },
  controller: async ({ anna, ben, admin }) => {
    const period = { retentionDays: { 'time-entry': 2000 }, selfErasure: 'at-once', removedDays: 30 };
    const said = async () => JSON.stringify((await anna.user('getNotice')).sections[0]);
    expect(await said()).toContain('has not said here whom to ask');
    expectRefusal(await ben.admin('saveSettings', period), 'NOT_ALLOWED');
    await admin.admin('saveSettings', { ...period, controllerPage: '20001' });
    expect(await said()).not.toContain('has not said here whom to ask');
    expect((await anna.user('getNotice')).controllerPage).toBe('20001');
    const { dataSets } = await anna.user('getNotice');
    expect(dataSets.find(({ name }) => name === 'time-entry')?.retention).toContain('2,000 days');
    const { controller, processor, recipients, jsonLd } = await admin.admin('getRecordOfProcessing');
    expect(controller).toMatch(/^The organisation/);
    expect(processor).toEqual(VENDOR);
    expect([controller, ...recipients].join()).not.toContain(VENDOR.name);
    expect(jsonLd).toMatchObject({
      'dpv:hasDataController': { 'dct:description': controller },
      'dpv:hasDataProcessor': { 'dpv:hasName': VENDOR.name },
    });
  },
  processor: async ({ anna }) => {
    const { vendor, sections } = await anna.user('getNotice');
    expect(vendor).toEqual(VENDOR);
    const [responsible] = sections;
    expect(responsible?.paragraphs.map(({ text }) => text).join(' ')).toContain(
      `${VENDOR.name}, Switzerland, provides the app`,
    );
    expect(textOf('docs/security.md')).toContain(VENDOR.contact);
  },
  object: async ({ anna, admin, annaId }) => {
    const { sections } = await anna.user('getNotice');
    expect(sections.map(({ id }) => id).slice(0, 2)).toEqual(['responsible', 'objection']);
    const { id } = await anna.user('openRequest', { type: 'objection' });
    const { requests } = await admin.admin('listRequests');
    expect(requests).toMatchObject([{ id, accountId: annaId, type: 'objection', status: 'open' }]);
  },
};
