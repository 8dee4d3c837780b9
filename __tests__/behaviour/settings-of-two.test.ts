import type { SettingsView } from '../../src/contract';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import words from '../../words/en/refused-admin.json';

const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);
const app = useForge({ site: { ...TEST_SITE, people }, callMs: { min: 20, max: 60 } });
const ada = () => app.person(PEOPLE.admin);
const chloe = () => app.person(PEOPLE.chloe);
const DAY_MS = 86_400_000;
const STANDARD = { selfErasure: 'at-once', removedDays: 30 };

/** What the form sends that was loaded with these settings. */
const form = (loaded: SettingsView, days: number, more: object = {}) => ({
  version: loaded.version,
  retentionDays: { 'time-entry': days },
  ...STANDARD,
  ...more,
});
const load = () => ada().admin('getSettings');
const daysNow = async () => (await load()).retention.find(({ dataSet }) => dataSet === 'time-entry')?.days;
const lines = async () => (await ada().admin('getAuditLog')).rows;

describe('Settings that another administrator saved meanwhile', () => {
  it('are told as what is saved, not as what somebody did: a field that nobody else touched differs too', () => {
    const told = Object.entries(words).filter(([key]) => /^saved-(?!meanwhile)/.test(key));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(([, text]) => !text.startsWith('Saved now: '))).toEqual([]);
  });

  it('are not overwritten by a form from before, which is told what there is now', async () => {
    const loaded = await load();
    await ada().admin('saveSettings', form(loaded, 2000, { removedDays: 60 }));
    const { error } = await chloe().admin('saveSettings', form(loaded, 3000));
    expect(error).toMatchObject({ code: 'CONFLICT' });
    expect(Object.keys(error?.fields ?? {}).sort()).toEqual(['removedDays', 'retentionDays.time-entry']);
    expect(error?.fields).toMatchObject({
      removedDays: { key: 'refused-admin.saved-days', values: { count: 60 } },
    });
    expect(await daysNow()).toBe(2000);
    expect(await lines()).toHaveLength(1);
    const again = await chloe().admin('saveSettings', form(await load(), 3000, { removedDays: 60 }));
    expect(again.error).toBeUndefined();
    expect(await daysNow()).toBe(3000);
  });

  it('are not overwritten by a form that does not say what it was loaded with', async () => {
    await ada().admin('saveSettings', form(await load(), 2000));
    const without = { ...form(await load(), 3000), version: undefined };
    expect((await chloe().admin('saveSettings', without)).error?.code).toBe('CONFLICT');
    expect(await daysNow()).toBe(2000);
  });

  it('and that waited until then are not overwritten once they are in force, noted or not', async () => {
    await ada().admin('saveSettings', form(await load(), 90));
    const loaded = await load();
    expect(loaded).toMatchObject({ waiting: [{ after: 90 }] });
    await app.forge.clock.advance(DAY_MS);
    const stale = () => chloe().admin('saveSettings', form(loaded, 1095, { removedDays: 60 }));
    expect((await stale()).error).toMatchObject({
      code: 'CONFLICT',
      fields: { 'retentionDays.time-entry': { key: 'refused-admin.saved-days', values: { count: 90 } } },
    });
    const inForce = await load();
    await app.forge.schedule.run('daily');
    expect((await stale()).error?.code).toBe('CONFLICT');
    expect(await daysNow()).toBe(90);
    const seen = await chloe().admin('saveSettings', form(inForce, 1095));
    expect(seen.error).toBeUndefined();
    expect(await daysNow()).toBe(1095);
  });

  it('at the same moment are saved once, whoever wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const loaded = await load();
      const before = (await lines()).length;
      const answers = await Promise.all([
        ada().admin('saveSettings', form(loaded, 1100 + 2 * round)),
        chloe().admin('saveSettings', form(loaded, 1101 + 2 * round)),
      ]);
      expect(answers.map(({ error }) => error?.code).sort()).toEqual(['CONFLICT', undefined]);
      const won = answers.findIndex(({ error }) => !error);
      expect(await daysNow()).toBe(1100 + 2 * round + won);
      expect(await lines()).toHaveLength(before + 1);
    }
  });

  it('the same twice is saved once: a second click, or an answer that was lost', async () => {
    const loaded = await load();
    await ada().admin('saveSettings', form(loaded, 2000));
    await expect(ada().admin('saveSettings', form(loaded, 2000))).resolves.toMatchObject({ version: 1 });
    app.forge.faults.add({
      path: '/api/v1/transaction',
      times: 1,
      outcome: { kind: 'lost-response' },
    });
    await expect(ada().admin('saveSettings', form(await load(), 2001))).resolves.toMatchObject({
      version: 2,
    });
    expect(await lines()).toHaveLength(2);
  });
});

describe('The line of the audit log', () => {
  it('says what changed, from what to what, and nothing else', async () => {
    await ada().admin('saveSettings', form(await load(), 1095, { keepTotals: true }));
    const more = { retentionDays: { 'time-entry': 2000, request: 1400 }, selfErasure: 'after-approval' };
    await ada().admin('saveSettings', form(await load(), 0, { ...more, removedDays: 0, keepTotals: false }));
    const [second, first] = (await lines()).filter(({ event }) => event === 'settings-changed');
    expect(first?.changes).toEqual([{ setting: 'keepTotals', was: 'no', is: 'yes' }]);
    expect(second?.changes).toEqual([
      { setting: 'retentionDays', dataSet: 'time-entry', before: 1095, after: 2000 },
      { setting: 'retentionDays', dataSet: 'request', before: 1095, after: 1400 },
      { setting: 'selfErasure', was: 'at-once', is: 'after-approval' },
      { setting: 'removedDays', before: 30, after: 0 },
    ]);
    const waits = (await ada().admin('getAuditLog')).rows.filter(
      ({ event }) => event === 'settings-change-waits',
    );
    expect(waits.map(({ changes }) => changes)).toEqual([[{ setting: 'keepTotals', was: 'yes', is: 'no' }]]);
  });

  it('is not written where nothing changed', async () => {
    await ada().admin('saveSettings', form(await load(), 1095));
    expect(await lines()).toEqual([]);
    expect((await load()).version).toBe(0);
  });

  it('is about the site: it is in nobody’s export, and tells nobody what they did', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    await ada().admin('saveSettings', form(await load(), 90));
    const { parts } = await app.person(PEOPLE.anna).user('exportPage');
    expect(JSON.stringify(parts)).not.toContain('settings-changed');
    expect(parts.map(({ dataSet }) => dataSet)).not.toContain('audit');
  });
});

test('while one saves settings, everyone else goes on logging', async () => {
  const loaded = await load();
  const logs = Array.from({ length: 20 }, (_, n) =>
    app.person(n % 2 ? PEOPLE.anna : PEOPLE.ben).log(`2026-02-0${1 + (n % 9)}`, '1m'),
  );
  const [saved, ...logged] = await Promise.all([ada().admin('saveSettings', form(loaded, 90)), ...logs]);
  expect(saved.error).toBeUndefined();
  expect(logged.filter(({ error }) => error)).toEqual([]);
});
