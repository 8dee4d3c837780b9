import { NOTICE_LANGUAGES } from '../../src/privacy/data-sets/languages';
import { sha256 } from '../../src/privacy/digest';
import { packed } from '../../src/storage/packed';
import type { StoredRow } from '../../local/storage';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const load = (rows: unknown[]) =>
  app.forge.storage.load(app.forge.installations.get().storageId, rows as StoredRow[]);

const textRow = (version: string, text: string) => ({
  store: 'entity',
  entityName: 'app-state',
  key: `notice-text#${version}`,
  value: { kind: 'notice-text', id: version, digest: version, fields: { text } },
});

/** Anna read a version whose text is stored like this. */
async function readVersion(version: string, text: string): Promise<void> {
  await anna().log('2026-03-02');
  const [row] = app.stored('standing');
  const read = { noticeVersion: version, noticeAt: '2026-03-02T09:00:00.000Z' };
  await load([{ ...row, value: { ...(row?.value as object), ...read } }, textRow(version, text)]);
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const TEXTS = {
  'is empty': '',
  'is no JSON': '<!doctype html><p>Not found</p>',
  'is a list': '[]',
  'is nothing': 'null',
  'has languages that are empty': '{"en":{},"de":{},"fr":{}}',
  'has no English': '{"de":{}}',
  'has names that every object has': '{"__proto__":{"line":"x"},"constructor":{}}',
  'has lists in lists': nested(20_000),
  'is far longer than it may': 'a'.repeat(2_000_000),
  'is not packed': undefined,
};

describe.each(Object.entries(TEXTS))('A version whose stored text %s', (_, text) => {
  it.each(['', 'another'])(
    'shows nothing wrong and holds nothing up, its digest of this %s',
    async (other) => {
      const version = sha256(`${text ?? ''}${other}`).slice(0, 16);
      await readVersion(version, text === undefined ? 'AAAA' : packed(text));
      for (const language of NOTICE_LANGUAGES) {
        expect(await anna().user('getNoticeVersion', { version, language })).toEqual({
          error: { code: 'NOT_FOUND', says: { key: 'refused.notice-gone' } },
        });
        const { notice } = await anna().user('getOverview', { language });
        expect(notice).toMatchObject({ acknowledgedVersion: version });
        expect(notice.changes).toBeUndefined();
        const panel = await anna().user('getPanel', { language });
        expect(panel.notice).toMatchObject({ language, acknowledged: false });
        expect(panel.notice.changed).toBeUndefined();
      }
      await admin().saveSettings({ retentionDays: {}, selfErasure: 'at-once', removedDays: 31 });
      const notice = await anna().user('getNotice', { language: 'fr' });
      const read = { version: notice.version, language: 'fr' } as const;
      expect((await anna().user('acknowledgeNotice', read)).acknowledgedAt).toMatch(/^2026/);
      await expect(anna().user('getNoticeVersion', read)).resolves.toEqual(notice);
    },
  );
});

describe('An acknowledgement', () => {
  it('of a version that is in no language, or no version, is refused and writes nothing', async () => {
    await anna().log('2026-03-02');
    const before = app.stored();
    const { version } = await anna().user('getNotice');
    for (const wrong of [
      '0'.repeat(16),
      version.toUpperCase(),
      `${version} `,
      '',
      '__proto__',
      [version],
      {},
      null,
    ])
      expect(await anna().user('acknowledgeNotice', { version: wrong as string })).toHaveProperty('error');
    for (const language of ['en-XA', ['en'], { en: 1 }, null, 0, 'x'.repeat(100_000), '__proto__'])
      expect(await anna().user('acknowledgeNotice', { version, language: language as 'en' })).toEqual({
        error: {
          code: 'INVALID',
          says: { key: 'refused.invalid' },
          fields: { language: { key: 'refused.choose' } },
        },
      });
    expect(app.stored()).toEqual(before);
  });

  it('by a page of before, which names no language, is of the English', async () => {
    await anna().log('2026-03-02');
    const { version } = await anna().user('getNotice', {});
    await anna().user('acknowledgeNotice', { version });
    const { notice } = await anna().user('getOverview', {});
    expect(notice).toMatchObject({ acknowledgedVersion: version, acknowledgedLanguage: 'en' });
  });

  it('of what was read while an administrator changed a setting is of what was read, or refused', async () => {
    await anna().log('2026-03-02');
    for (let days = 31; days < 37; days += 1) {
      const [de, fr, , late] = await Promise.all([
        anna().user('getNotice', { language: 'de' }),
        anna().user('getNotice', { language: 'fr' }),
        admin().saveSettings({ retentionDays: {}, selfErasure: 'at-once', removedDays: days }),
        anna().user('getNotice', { language: 'en' }),
      ]);
      const asked = [de, fr, late].map(({ version, language }) => ({ version, language }));
      const answers = await Promise.all(asked.map((read) => anna().user('acknowledgeNotice', read)));
      const now = await anna().user('getNotice');
      for (const [at, answer] of answers.entries())
        expect({ days, refused: 'error' in answer }).toEqual({
          days,
          refused: asked[at]?.version !== now.version,
        });
      const { acknowledgedVersion, acknowledgedLanguage } = (await anna().user('getOverview')).notice;
      const isOld = acknowledgedVersion !== now.version;
      const read = asked.some(({ language }) => language === acknowledgedLanguage);
      expect({ days, isOld, read: isOld || read }).toEqual({
        days,
        read: true,
        isOld: asked.every(({ version }) => version !== now.version),
      });
    }
  });
});
