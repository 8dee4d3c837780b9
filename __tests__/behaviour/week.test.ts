import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
/** A Monday, and the day on which the clock of these tests stands. */
const TODAY = '2026-03-02';

describe('The week', () => {
  it('has today, seven days from its Monday with their sums, and its entries and no other', async () => {
    const { entry } = await anna().log(TODAY, '1h', '20001');
    await anna().log(TODAY, '30m', '20002');
    await anna().log('2026-03-01', '4h', '20001');
    await app.person(PEOPLE.ben).log(TODAY, '8h', '20001');
    const week = await anna().user('getWeek');
    expect(week).toMatchObject({ today: TODAY, todaySeconds: 5400, restricted: false });
    const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`);
    expect(week.days).toEqual(days.map((day) => ({ day, seconds: day === TODAY ? 5400 : 0 })));
    expect(week.entries.map(({ issueId, seconds }) => [issueId, seconds]).sort()).toEqual([
      ['20001', 3600],
      ['20002', 1800],
    ]);
    expect(week.entries.find(({ id }) => id === entry.id)).toHaveProperty('keptUntil');
  });

  it('begins on the weekday that the page says, and is that of any day', async () => {
    await anna().log('2026-03-01', '4h');
    const ofSunday = await anna().user('getWeek', { startsOn: 0 });
    expect(ofSunday.days[0]).toEqual({ day: '2026-03-01', seconds: 14_400 });
    const before = await anna().user('getWeek', { day: '2026-03-01' });
    expect(before.days[0]?.day).toBe('2026-02-23');
    expect(before).toMatchObject({ today: TODAY, todaySeconds: 0 });
    expect(before.entries).toHaveLength(1);
  });

  it('holds two years where one ends in it', async () => {
    await anna().log('2025-12-31', '1h');
    await anna().log('2026-01-01', '2h');
    const { days } = await anna().user('getWeek', { day: '2026-01-01' });
    expect(days.filter(({ seconds }) => seconds > 0)).toEqual([
      { day: '2025-12-31', seconds: 3600 },
      { day: '2026-01-01', seconds: 7200 },
    ]);
  });

  it('is refused where it ends after the last day that can be written, and storage is not asked', async () => {
    await expect(anna().user('getWeek', { day: '9999-12-31' })).resolves.toMatchObject({
      error: { code: 'INVALID', fields: { day: { key: expect.any(String) as string } } },
    });
    await expect(anna().user('getWeek', { day: '9999-12-31', startsOn: 6 })).resolves.toMatchObject({
      days: expect.arrayContaining([{ day: '9999-12-31', seconds: 0 }]),
    });
  });

  it('has right sums while the list lags behind, and says where it lists less than all', async () => {
    app.forge.storage.settings.queryLagMs = 3_600_000;
    await anna().log(TODAY, '1h');
    expect(await anna().user('getWeek')).toMatchObject({ todaySeconds: 3600, entries: [] });
    app.forge.storage.settings.queryLagMs = 0;
    for (let at = 0; at < 101; at += 1) await anna().log('2026-03-01', '1m', String(20_001 + (at % 2)));
    const week = await anna().user('getWeek', { day: '2026-03-01' });
    expect(week.more).toBe(true);
    expect(week.entries.length).toBeGreaterThan(90);
    expect(week.entries.length).toBeLessThan(101);
    expect(week.days.at(-1)).toEqual({ day: '2026-03-01', seconds: 6060 });
  });

  it('shows nothing of somebody without a registration, and keeps nothing', async () => {
    const week = await app.person(PEOPLE.noData).user('getWeek');
    expect(week).toMatchObject({ todaySeconds: 0, entries: [] });
    expect(app.stored('person')).toEqual([]);
  });
});

test('A year has each day with its time, and which years there are, also while lists lag', async () => {
  app.forge.storage.settings.queryLagMs = 3_600_000;
  await anna().log(TODAY, '1h', '20001');
  await anna().log(TODAY, '30m', '20002');
  await anna().log('2025-12-31', '2h');
  await app.person(PEOPLE.ben).log('2024-01-01', '8h');
  const years = ['2026', '2025'];
  const now = { today: TODAY, year: '2026', seconds: { [TODAY]: 5400 }, years };
  expect(await anna().user('getYear')).toEqual(now);
  expect(await anna().user('getYear', { year: '2025' })).toMatchObject({ seconds: { '2025-12-31': 7200 } });
  expect(await anna().user('getYear', { year: '1999' })).toMatchObject({ seconds: {}, years });
  expect(await app.person(PEOPLE.noData).user('getYear')).toMatchObject({ seconds: {}, years: [] });
  expect(await anna().user('getYear', { year: '99' })).toMatchObject({ error: { code: 'INVALID' } });
});

test('The panel has the sum of today, of all work items', async () => {
  await anna().log(TODAY, '1h', '20001');
  await anna().log(TODAY, '30m', '20002');
  expect(await anna().user('getPanel', {}, '20001')).toMatchObject({ todaySeconds: 5400 });
  expect(await anna().user('getPanel', { timezoneOffset: -14 * 60 }, '20001')).toMatchObject({
    today: TODAY,
  });
});
