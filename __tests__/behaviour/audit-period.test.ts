import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { dataWords } from '../../static/shared/map-words';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAY_MS = 86_400_000;
const admin = () => app.person(PEOPLE.admin);
const save = (audit: number) =>
  admin().saveSettings({ retentionDays: { audit }, selfErasure: 'at-once', removedDays: 30 });
const lines = () => app.stored('audit').map(({ value }) => (value as AuditLine).event);
const period = async () =>
  (await admin().admin('getSettings')).retention.find(({ dataSet }) => dataSet === 'audit');
const told = async () =>
  (await app.person(PEOPLE.anna).user('getNotice')).dataSets.find(({ name }) => name === 'audit')?.retention;

async function lookedAt(): Promise<void> {
  await app.person(PEOPLE.anna).log('2026-03-02');
  await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
}

describe('The period of the audit log', () => {
  it('is a year, from 90 days to three years, with its reason, in the settings and in the notice', async () => {
    expect(await period()).toMatchObject({ days: 365, least: 90, most: 1095 });
    const why = dataWords((await period())?.why ?? 'data.deleted', '');
    expect(why).toMatch(/because/);
    expect(await told()).toBe(
      `Stored for one year. The period begins with the line. Administrators can change it. ${why}`,
    );
  });

  it.each([89, 1096, 100.5])('cannot be %d days', async (days) => {
    const { error } = await save(days);
    expect(error?.fields).toEqual({
      'retentionDays.audit': { key: 'refused-admin.whole-number', values: { least: 90, most: 1095 } },
    });
    expect(await period()).toMatchObject({ days: 365 });
  });

  it('is what administrators choose, for the lines that are there, too', async () => {
    await lookedAt();
    await save(90);
    expect(await told()).toContain('Stored for 90 days.');
    await app.forge.clock.advance(89 * DAY_MS);
    await app.forge.schedule.run('daily');
    expect(lines()).toContain('entries-viewed');
    await app.forge.clock.advance(2 * DAY_MS);
    await app.forge.schedule.run('daily');
    expect(lines()).not.toContain('entries-viewed');
  });

  it('that is shortened waits a day, and the look ahead counts by it', async () => {
    await lookedAt();
    await app.forge.clock.advance(100 * DAY_MS);
    const { version } = await admin().admin('getSettings');
    const others = { version, selfErasure: 'at-once', removedDays: 30 };
    const preview = await admin().admin('previewRetention', { retentionDays: { audit: 90 } });
    expect(preview.dataSets.find(({ dataSet }) => dataSet === 'audit')?.records).toBeGreaterThan(0);
    const saved = await admin().admin('saveSettings', { ...others, retentionDays: { audit: 90 } });
    expect(saved.waiting).toMatchObject([{ setting: 'retentionDays', dataSet: 'audit', after: 90 }]);
    await app.forge.schedule.run('daily');
    expect(lines()).toContain('entries-viewed');
  });

  it('that is lengthened stores them longer at once', async () => {
    await lookedAt();
    await save(1095);
    await app.forge.clock.advance(1000 * DAY_MS, { deliver: false });
    await app.forge.schedule.run('daily');
    expect(lines()).toContain('entries-viewed');
  });
});
