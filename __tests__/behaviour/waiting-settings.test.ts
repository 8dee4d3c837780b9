import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);
const app = useForge({ site: { ...TEST_SITE, people } });
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TODAY = '2026-03-02';
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const chloe = () => app.person(PEOPLE.chloe);
const settings = () => admin().admin('getSettings');

/** Saves these fields and leaves the others as they are, like a form that has just been opened. */
async function save(more: object, by = admin()) {
  const { version, retention, selfErasure, removedDays } = await settings();
  const retentionDays = Object.fromEntries(retention.map(({ dataSet, days }) => [dataSet, days]));
  return by.admin('saveSettings', { version, retentionDays, selfErasure, removedDays, ...more });
}
const keepFor = (days: number, by = admin()) => save({ retentionDays: { 'time-entry': days } }, by);
const daysNow = async () =>
  (await settings()).retention.find(({ dataSet }) => dataSet === 'time-entry')?.days;
const events = async () =>
  (await admin().admin('getAuditLog')).rows.map(({ event, role, changes }) => [event, role, changes?.length]);

describe('A shorter period', () => {
  it('erases nothing for a day, and then what has expired by it', async () => {
    await anna().log(TODAY);
    await app.forge.clock.advance(100 * DAY_MS);
    await keepFor(30);
    expect(await daysNow()).toBe(1095);
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toHaveLength(1);
    await app.forge.clock.advance(DAY_MS - HOUR_MS);
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toHaveLength(1);
    await app.forge.clock.advance(HOUR_MS);
    expect(await daysNow()).toBe(30);
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toEqual([]);
    expect((await settings()).waiting).toEqual([]);
    expect((await events()).filter(([event]) => String(event).startsWith('settings'))).toEqual([
      ['settings-changed', 'system', 1],
      ['settings-change-waits', 'administrator', 1],
    ]);
  });

  it('is shown with its moment, in the settings and in the figures, until it is in force', async () => {
    await keepFor(30);
    const waiting = [
      {
        setting: 'retentionDays',
        dataSet: 'time-entry',
        before: 1095,
        after: 30,
        from: expect.stringMatching(/^2026-03-03T/) as string,
      },
    ];
    expect((await settings()).waiting).toEqual(waiting);
    expect((await admin().admin('getDashboard')).waitingSettings).toEqual(waiting);
  });

  it('can be taken back until then, by either administrator, once', async () => {
    await anna().log(TODAY);
    await app.forge.clock.advance(100 * DAY_MS);
    await keepFor(30);
    const which = { setting: 'retentionDays', dataSet: 'time-entry' };
    await Promise.all([admin().admin('takeBackSetting', which), chloe().admin('takeBackSetting', which)]);
    await app.forge.clock.advance(2 * DAY_MS);
    await app.forge.schedule.run('daily');
    expect(await daysNow()).toBe(1095);
    expect(app.stored('time-entry')).toHaveLength(1);
    expect(await events()).toEqual([
      ['settings-change-taken-back', 'administrator', 1],
      ['settings-change-waits', 'administrator', 1],
    ]);
  });

  it('is not said to be taken back once it is in force', async () => {
    await keepFor(30);
    await app.forge.clock.advance(DAY_MS);
    const which = { setting: 'retentionDays', dataSet: 'time-entry' };
    expect(await admin().admin('takeBackSetting', which)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await daysNow()).toBe(30);
  });

  it('that is saved again waits from its first day; another one waits anew', async () => {
    await keepFor(30);
    const [first] = (await settings()).waiting;
    await app.forge.clock.advance(HOUR_MS);
    await keepFor(30);
    expect((await settings()).waiting).toEqual([first]);
    await keepFor(60);
    const [second, ...more] = (await settings()).waiting;
    expect(more).toEqual([]);
    expect(second).toMatchObject({ after: 60 });
    expect(String(second?.from) > String(first?.from)).toBe(true);
  });

  it('waits on while other settings are saved, by a form that shows what is in force', async () => {
    await keepFor(30);
    await save({ keepTotals: true }, chloe());
    expect((await settings()).waiting).toMatchObject([{ after: 30 }]);
  });

  it('waits on while other settings are saved, by a form that still asks for it', async () => {
    await keepFor(30);
    const { waiting } = await settings();
    await save({ retentionDays: { 'time-entry': 30 }, keepTotals: true });
    await expect(settings()).resolves.toMatchObject({ keepTotals: true, waiting });
    expect(await daysNow()).toBe(1095);
  });

  it('makes way for a longer one, which is in force at once', async () => {
    await keepFor(30);
    await keepFor(2000);
    expect(await daysNow()).toBe(2000);
    expect((await settings()).waiting).toEqual([]);
    const lines = (await events()).map(([event]) => event);
    expect(lines.sort()).toEqual(['settings-change-taken-back', 'settings-change-waits', 'settings-changed']);
  });

  it('that two administrators save at once is saved once', async () => {
    const { version } = await settings();
    const form = (days: number) => ({
      version,
      retentionDays: { 'time-entry': days },
      selfErasure: 'at-once',
      removedDays: 30,
    });
    const answers = await Promise.all([
      admin().admin('saveSettings', form(40)),
      chloe().admin('saveSettings', form(50)),
    ]);
    expect(answers.map(({ error }) => error?.code).sort()).toEqual(['CONFLICT', undefined]);
    expect((await settings()).waiting).toHaveLength(1);
  });
});

describe('What else waits a day', () => {
  test.each([
    [
      'erasing at once what an administrator approved before',
      { selfErasure: 'after-approval' },
      { selfErasure: 'at-once' },
    ],
    ['erasing sooner who was removed', {}, { removedDays: 7 }],
    ['erasing at all who was removed', { removedDays: 0 }, { removedDays: 30 }],
    ['deleting the totals', { keepTotals: true }, { keepTotals: false }],
  ])('%s', async (_, before, after) => {
    await save(before);
    await save(after);
    await expect(settings()).resolves.toMatchObject({ removedDays: 30, ...before });
    expect((await settings()).waiting).toHaveLength(1);
    await app.forge.clock.advance(DAY_MS);
    await expect(settings()).resolves.toMatchObject(after);
  });

  test.each([
    ['asking for an approval', {}, { selfErasure: 'after-approval' }],
    ['waiting longer after a removal', {}, { removedDays: 60 }],
    ['waiting for Atlassian after a removal', {}, { removedDays: 0 }],
    ['keeping totals', {}, { keepTotals: true }],
  ])('and what does not: %s', async (_, before, after) => {
    await save({ ...before, ...after });
    await expect(settings()).resolves.toMatchObject({ ...after, waiting: [] });
  });
});
