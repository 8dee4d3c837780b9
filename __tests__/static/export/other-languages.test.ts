import { requestJira } from '@forge/bridge';
import { compiledCatalogues } from '../../../scripts/lib/words.mjs';
import { DATA_MAP } from '../../../src/data-map';
import { EXPORT_SCHEMA } from '../../../src/privacy/access/export';
import { noticesOf } from '../../../src/privacy/notice/notice';
import type { GivenData } from '../../../static/shared/export/exported-data';
import { makeFile, type ExportFile } from '../../../static/shared/export/made-file';
import { openExport } from '../../../static/shared/export/open-export';
import { textIn } from '../../../static/shared/export/pack';
import { speak } from '../../../static/shared/words/words';
import type { Language } from '../../../static/shared/words/languages';
import { timeEntries } from './generated-parts';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn() }));

const WHO = '712020:0a1b2c';
const WORK_ITEM = { id: '20001', key: 'APP-1', title: 'A title' };
/** Somebody else, and a work item, that are called like what is syntax in messages, in HTML and in spreadsheets. */
const HOSTILE = `=1+{count, plural, one {#} other {<b onclick="x">&'{'}} </title><script>alert(1)</script>`;
const ESCAPED =
  '=1+{count, plural, one {#} other {&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;{&#39;}} &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
const OTHER = { accountId: '712020:0b1c2d', displayName: HOSTILE, active: false };
const OTHER_ITEM = { id: '20002', key: 'APP-2', title: HOSTILE };
const entry = {
  position: `2026-02-02#${'a'.repeat(32)}`,
  accountId: WHO,
  issueId: WORK_ITEM.id,
  startedOn: '2026-02-02',
  seconds: 5400,
  createdAt: '2026-02-02T09:00:00.000Z',
};
const given: GivenData = {
  schemaVersion: EXPORT_SCHEMA,
  noticeVersion: 'n1',
  exportedAt: '2026-11-23T12:00:00.000Z',
  subject: { accountId: WHO },
  notice: noticesOf(DATA_MAP, { settings: { retentionDays: {} } }).in('en'),
  range: { entries: 'all' },
  dataSets: [{ ...timeEntries(), records: [entry] }],
};

const speakIn = (language: Language, locale: string): void =>
  speak(compiledCatalogues()[language] ?? {}, language, locale);

const fileIn = (language: Language, locale: string): Promise<ExportFile> => fileOf(given, language, locale);

async function fileOf(data: GivenData, language: Language, locale: string): Promise<ExportFile> {
  speakIn(language, locale);
  const site = { timeZone: 'Europe/Zurich', siteUrl: 'https://example.atlassian.net', moduleKey: '' };
  return makeFile(data, { accountId: WHO, locale, ...site }, new AbortController().signal);
}

const asChosen = ({ name, content }: ExportFile): File => new File([content], name);

beforeEach(() => {
  jest.mocked(requestJira).mockImplementation(async (path, init) => {
    if (path.startsWith('/rest/api/3/user/bulk')) return Response.json({ values: [OTHER] });
    const { issueIdsOrKeys } = JSON.parse(init?.body as string) as { issueIdsOrKeys: string[] };
    const asked = [WORK_ITEM, OTHER_ITEM].filter(({ id }) => issueIdsOrKeys.includes(id));
    return Response.json({
      issues: asked.map(({ id, key, title }) => ({
        id,
        key,
        fields: { summary: title, project: { name: 'A space' } },
      })),
    });
  });
});
afterEach(() => speakIn('en', 'en-GB'));

it.each([
  ['en', 'en-GB'],
  ['de', 'de-CH'],
  ['fr', 'fr-FR'],
  ['en-XA', 'en-XA'],
  ['ar-XB', 'ar-XB'],
] as const)(
  'Names and titles stand in an export in %s as they are, and are nothing but text',
  async (language, locale) => {
    const { accountId } = OTHER;
    const notice = { ...given.notice, controllerPage: OTHER_ITEM.id };
    const dataSets = [{ ...timeEntries(), records: [{ ...entry, accountId, issueId: OTHER_ITEM.id }] }];
    const data = { ...given, subject: { accountId }, notice, dataSets };
    const { content } = await fileOf(data, language, locale);
    const page = textIn(content, 'index.html');
    // In the title, the heading, the facts, the sentence on whom the texts address, the row and the organisation's page.
    expect(page.split(ESCAPED).length - 1).toBe(6);
    expect(page).not.toMatch(/<script|<b |onclick="/);
    const [, row] = textIn(content, 'time-entry.csv').split('\r\n');
    expect(row).toContain(`"'${HOSTILE.replaceAll('"', '""')}"`);
    expect(JSON.parse(textIn(content, 'data.json'))).toMatchObject({ workItems: [{ title: HOSTILE }] });
  },
);

describe('An export in another language', () => {
  it('has a page, heads and a name for people in that language', async () => {
    const file = await fileIn('de', 'de-DE');
    expect(file.name).toBe('meine-daten-2026-11-23.zip');
    const page = textIn(file.content, 'index.html');
    expect(page).toContain('<html lang="de" dir="ltr">');
    expect(page).toContain('<h1>Meine Daten in Privacy Center for Jira</h1>');
    expect(page).toContain('<p class="lead">1 Zeiteintrag, 1,50 Stunden, 02.02.2026</p>');
    const [heads, row] = textIn(file.content, 'time-entry.csv').split('\r\n');
    expect(heads).toContain('issueId;Vorgangsschlüssel;Titel des Vorgangs;Bereich;startedOn;seconds;Stunden');
    expect(row).toContain('20001;APP-1;A title;A space;2026-02-02;5400;1,5;');
  });

  it('is marked as written from right to left where it is', async () => {
    const page = textIn((await fileIn('ar-XB', 'ar-XB')).content, 'index.html');
    expect(page).toContain('<html lang="ar-XB" dir="rtl">');
  });

  it('says in which language the notice is in it, and marks it where the page is in another', async () => {
    const [german, english] = [await fileIn('de', 'de-DE'), await fileIn('en', 'en-GB')];
    expect(JSON.parse(textIn(german.content, 'data.json'))).toMatchObject({ notice: { language: 'en' } });
    expect(textIn(german.content, 'index.html')).toContain('<div lang="en" dir="ltr"><h3>Who is responsible');
    expect(textIn(english.content, 'index.html')).not.toContain('<div lang=');
  });

  it('has the same data.json and schema as in English', async () => {
    const [english, french] = [await fileIn('en', 'en-GB'), await fileIn('fr', 'fr-FR')];
    for (const name of ['data.json', 'data.schema.json']) {
      expect(textIn(french.content, name)).toBe(textIn(english.content, name));
    }
  });

  it.each([
    ['de', 'de-DE', 'en', 'en-GB'],
    ['en', 'en-GB', 'de', 'de-DE'],
    ['fr', 'fr-FR', 'de', 'de-CH'],
  ] as const)('made in %s (%s) is imported on a page in %s (%s)', async (made, locale, read, readLocale) => {
    const file = asChosen(await fileIn(made, locale));
    speakIn(read, readLocale);
    const { position, issueId, startedOn, seconds, createdAt } = entry;
    expect(await openExport(file, WHO)).toEqual({
      exportedAt: given.exportedAt,
      site: 'https://example.atlassian.net',
      entries: [{ position, issueId, startedOn, seconds, createdAt }],
      malformed: 0,
      workItems: [WORK_ITEM],
    });
  });
});
