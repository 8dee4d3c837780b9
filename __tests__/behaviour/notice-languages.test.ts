import type { Notice } from '../../src/contract';
import { NOTICE_LANGUAGES } from '../../src/privacy/data-sets/languages';
import { sha256 } from '../../src/privacy/digest';
import { packed } from '../../src/storage/packed';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const saving = { retentionDays: {}, selfErasure: 'at-once', removedDays: 30 };

beforeEach(() => anna().log('2026-03-02'));

describe('The notice', () => {
  it('is read in the language that is asked for, with one version, by people and administrators', async () => {
    const english = await anna().user('getNotice');
    expect(english.language).toBe('en');
    for (const language of NOTICE_LANGUAGES) {
      const notice = await anna().user('getNotice', { language });
      expect(notice).toMatchObject({ language, version: english.version });
      expect(notice.line === english.line).toBe(language === 'en');
      await expect(admin().admin('getNotice', { language })).resolves.toEqual(notice);
      const panel = await anna().user('getPanel', { language });
      expect(panel.notice).toMatchObject({ language, version: english.version, line: notice.line });
    }
  });

  it('is refused in a language that there is not', async () => {
    for (const language of ['en-XA', 'it', '', '__proto__', 'constructor', 'EN'])
      expect(await anna().user('getNotice', { language: language as 'en' })).toMatchObject({
        error: { code: 'INVALID' },
      });
  });

  it('of before is read word for word in every language in which it was', async () => {
    const before: Notice[] = [];
    for (const language of NOTICE_LANGUAGES) before.push(await anna().user('getNotice', { language }));
    await admin().saveSettings({ ...saving, keepTotals: true });
    for (const notice of before) {
      const { version, language } = notice;
      await expect(anna().user('getNoticeVersion', { version, language })).resolves.toEqual(notice);
      await expect(admin().admin('getNoticeVersion', { version, language })).resolves.toEqual(notice);
    }
  });

  it('names what changed in the language of the reader', async () => {
    await anna().user('acknowledgeNotice', { version: (await anna().user('getNotice')).version });
    await admin().saveSettings({ ...saving, retentionDays: { 'time-entry': 400 } });
    const titles = async (language: 'en' | 'de' | 'fr') =>
      ((await anna().user('getOverview', { language })).notice.changes ?? []).map(({ title }) => title);
    expect(await titles('en')).toEqual(expect.arrayContaining(['Your data in this app', 'How long']));
    expect(await titles('de')).toEqual(expect.arrayContaining(['Deine Daten in dieser App', 'Wie lange']));
    expect(await titles('fr')).toEqual(
      expect.arrayContaining(['Vos données dans cette application', 'Combien de temps']),
    );
  });
});

describe('An acknowledgement', () => {
  it.each(NOTICE_LANGUAGES)('says that the notice was read in %s', async (language) => {
    const { version } = await anna().user('getNotice', { language });
    await anna().user('acknowledgeNotice', { version, language });
    const { notice } = await anna().user('getOverview');
    expect(notice).toMatchObject({ acknowledgedVersion: version, acknowledgedLanguage: language });
    const { parts } = await anna().user('exportPage');
    const standing = parts.find(({ dataSet }) => dataSet === 'standing');
    expect(standing?.records).toMatchObject([{ noticeVersion: version, noticeLanguage: language }]);
  });

  it('that is there stays as it was, whatever language the notice is read in later', async () => {
    const { version } = await anna().user('getNotice');
    await anna().user('acknowledgeNotice', { version, language: 'de' });
    await anna().user('acknowledgeNotice', { version, language: 'fr' });
    const { notice } = await anna().user('getOverview');
    expect(notice.acknowledgedLanguage).toBe('de');
  });

  it('of an earlier version of the app says no language', async () => {
    const { version } = await anna().user('getNotice');
    const [row] = app.stored('standing');
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      {
        ...row,
        value: { ...(row?.value as object), noticeVersion: version, noticeAt: '2026-03-02T09:00:00.000Z' },
      },
    ] as Parameters<typeof app.forge.storage.load>[1]);
    const { notice } = await anna().user('getOverview');
    expect(notice).toEqual({
      version,
      acknowledgedVersion: version,
      acknowledgedAt: '2026-03-02T09:00:00.000Z',
    });
  });
});

describe('A version that an app without other languages stored', () => {
  async function storedBefore(): Promise<string> {
    const english: Partial<Notice> = await anna().user('getNotice');
    delete english.version;
    delete english.language;
    const text = JSON.stringify({ ...english, line: 'What an earlier version said.' });
    const version = sha256(text).slice(0, 16);
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      {
        store: 'entity',
        entityName: 'app-state',
        key: `notice-text#${version}`,
        value: { kind: 'notice-text', id: version, digest: version, fields: { text: packed(text) } },
      },
    ]);
    return version;
  }

  it('is shown in English to everybody, and says so', async () => {
    const version = await storedBefore();
    for (const language of NOTICE_LANGUAGES)
      expect(await anna().user('getNoticeVersion', { version, language })).toMatchObject({
        version,
        language: 'en',
        line: 'What an earlier version said.',
      });
  });

  it('is compared with what the notice says in English now, by titles of the reader', async () => {
    const version = await storedBefore();
    const { storageId } = app.forge.installations.get();
    const rows = app.stored('standing');
    await app.forge.storage.load(
      storageId,
      rows.map((row) => ({
        ...row,
        value: { ...(row.value as object), noticeVersion: version, noticeAt: '2026-03-02T09:00:00.000Z' },
      })) as Parameters<typeof app.forge.storage.load>[1],
    );
    const { notice } = await anna().user('getOverview', { language: 'de' });
    expect(notice.changes).toEqual([
      { kind: 'summary', id: 'summary', title: 'Deine Daten in dieser App', change: 'changed' },
    ]);
  });
});

describe('The record of processing', () => {
  it('is written in the language that is asked for, and says so', async () => {
    const german = await admin().admin('getRecordOfProcessing', { language: 'de' });
    expect(german.language).toBe('de');
    expect(german.activities.map(({ name }) => name)).toContain('Zeiterfassung');
    expect(german.jsonLd).toMatchObject({ 'dct:language': 'de' });
    const english = await admin().admin('getRecordOfProcessing');
    expect(english.noticeVersion).toBe(german.noticeVersion);
    expect(english.jsonLd).toMatchObject({ 'dct:language': 'en' });
  });
});
