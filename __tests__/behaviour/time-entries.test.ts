import { randomUUID } from 'node:crypto';
import type { Said } from '../../src/contract';
import type { DayTotals } from '../../src/timesheet/time-entry';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';
const MARKER = 'S3CRET-VALUE';

const form = (more: object = {}): object => ({
  requestId: randomUUID(),
  startedOn: TODAY,
  duration: '1h',
  ...more,
});

describe('Logging time', () => {
  it('keeps an entry with its issue, day and seconds, and gives the day’s total', async () => {
    const anna = app.person(PEOPLE.anna);
    const first = await anna.log(TODAY, '1h 30m');
    expect(first).toEqual({
      entry: {
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        accountId: PEOPLE.anna,
        issueId: '20001',
        startedOn: TODAY,
        seconds: 5400,
        createdAt: expect.stringMatching(/^2026-03-02T09:00:0\d\.\d{3}Z$/) as string,
        keptUntil: '2029-03-01',
      },
      daySeconds: 5400,
    });
    const second = await anna.log(TODAY, '45');
    expect(second.daySeconds).toBe(8100);
    await expect(anna.user('listEntries')).resolves.toEqual({
      entries: expect.arrayContaining([first.entry, second.entry]) as unknown[],
      seconds: 8100,
    });
  });

  it('writes a second identical click once, also with other contents', async () => {
    const anna = app.person(PEOPLE.anna);
    const same = form();
    const answers = await Promise.all([1, 2, 3].map(() => anna.user('logTime', same)));
    const changed = await anna.user('logTime', { ...same, duration: '5h' });
    expect(new Set([...answers, changed].map(({ entry }) => JSON.stringify(entry))).size).toBe(1);
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  it('keeps entries of two people with the same request apart', async () => {
    const same = form();
    await app.person(PEOPLE.anna).user('logTime', same);
    const { entry } = await app.person(PEOPLE.ben).user('logTime', { ...same, duration: '2h' });
    expect(entry).toMatchObject({ accountId: PEOPLE.ben, seconds: 7200 });
    expect(app.stored('time-entry')).toHaveLength(2);
  });
});

describe('What cannot be logged', () => {
  test.each<[string, object, string, string]>([
    ['tomorrow', { startedOn: '2026-03-03' }, 'startedOn', 'refused.day-to-come'],
    ['next century', { startedOn: '2126-03-02' }, 'startedOn', 'refused.day-to-come'],
    ['a day that is none', { startedOn: '2026-02-30' }, 'startedOn', 'refused.day'],
    ['a year before the calendar', { startedOn: '0001-01-01' }, 'startedOn', 'refused.day'],
    ['text for a day', { startedOn: MARKER }, 'startedOn', 'refused.day'],
    ['nothing', { duration: '0m' }, 'duration', 'time.duration-least'],
    ['a second more than a day', { duration: '24h 1m' }, 'duration', 'time.duration-most'],
    ['text for a duration', { duration: MARKER }, 'duration', 'time.duration-not-understood'],
    ['no duration', { duration: '' }, 'duration', 'time.duration-empty'],
    ['hours or minutes', { duration: '8' }, 'duration', 'time.duration-either'],
    ['a request without an ID', { requestId: 'short' }, 'requestId', 'refused.not-as-expected'],
  ])('%s: says so at the field', async (_, more, field, key) => {
    const answer = await app.person(PEOPLE.anna).user('logTime', form(more));
    expect(answer).toEqual({
      error: {
        code: 'INVALID',
        says: { key: expect.stringMatching(/^refused\.(correct-form|invalid)$/) as string },
        fields: { [field]: { key } },
      },
    });
    expect(app.stored()).toEqual([]);
  });

  it('names each field that is wrong', async () => {
    const answer = await app.person(PEOPLE.anna).user('logTime', form({ startedOn: '1', duration: 7 }));
    expect(Object.keys(answer.error?.fields ?? {}).sort()).toEqual(['duration', 'startedOn']);
  });

  test.each([
    ['1m', 60],
    ['24h', 86_400],
  ])('takes the least and the most: %s', async (duration, seconds) => {
    await expect(app.person(PEOPLE.anna).log(TODAY, duration)).resolves.toMatchObject({
      daySeconds: seconds,
    });
  });
});

describe('Today is what it is for the person', () => {
  // It is 09:00 in UTC.
  test.each<[string, number | undefined, string, boolean]>([
    ['in UTC', undefined, '2026-03-02', true],
    ['in UTC, tomorrow', undefined, '2026-03-03', false],
    ['on Kiritimati, where it is 23:00', -14 * 60, '2026-03-03', false],
    ['in Honolulu, where it is still yesterday', 10 * 60, '2026-03-02', false],
    ['in Honolulu, yesterday', 10 * 60, '2026-03-01', true],
  ])('%s', async (_, timezoneOffset, startedOn, taken) => {
    const anna = app.person(PEOPLE.anna);
    const answer = await anna.user(
      'logTime',
      form({ startedOn, ...(timezoneOffset !== undefined && { timezoneOffset }) }),
    );
    expect(answer.error?.fields?.['startedOn']?.key).toBe(taken ? undefined : 'refused.day-to-come');
    expect(app.stored('time-entry')).toHaveLength(taken ? 1 : 0);
  });

  it('changes at midnight there', async () => {
    const anna = app.person(PEOPLE.anna);
    const onKiritimati = { timezoneOffset: -14 * 60, startedOn: '2026-03-03' };
    await app.forge.clock.set(Date.UTC(2026, 2, 2, 9, 59, 59));
    await expect(anna.user('getPanel', { timezoneOffset: -14 * 60 })).resolves.toMatchObject({
      today: TODAY,
    });
    await app.forge.clock.set(Date.UTC(2026, 2, 2, 10));
    await expect(anna.user('logTime', form(onKiritimati))).resolves.not.toHaveProperty('error');
  });

  test.each([14 * 60 + 1, -14 * 60 - 1, 0.5, '0', null])(
    'refuses an offset of %j',
    async (timezoneOffset) => {
      const answer = await app.person(PEOPLE.anna).user('logTime', form({ timezoneOffset }));
      expect(answer.error?.code).toBe('INVALID');
    },
  );
});

describe('A day has 24 hours', () => {
  const full = (duration: Said) => ({ error: { code: 'INVALID', fields: { duration } } });

  it('for a person, over all issues, to the minute', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.log(TODAY, '23h', '20001');
    await expect(anna.log(TODAY, '1h 1m', '20002')).resolves.toMatchObject(
      full({ key: 'refused.day-has-left', values: { hours: 1, minutes: 0 } }),
    );
    await expect(anna.log(TODAY, '1h', '20002')).resolves.toMatchObject({ daySeconds: 86_400 });
    await expect(anna.log(TODAY, '1m')).resolves.toMatchObject(full({ key: 'refused.day-has-24-hours' }));
    await expect(anna.log('2026-03-01', '24h')).resolves.toMatchObject({ daySeconds: 86_400 });
    await expect(app.person(PEOPLE.ben).log(TODAY, '24h')).resolves.toMatchObject({ daySeconds: 86_400 });
  });

  it('also when the last hours are logged at once', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.log(TODAY, '20h');
    const answers = await Promise.all([1, 2, 3, 4].map(() => anna.log(TODAY, '3h')));
    expect(answers.filter(({ entry }) => entry)).toHaveLength(1);
    expect(answers.filter(({ error }) => error?.code === 'INVALID')).toHaveLength(3);
    expect(app.stored('day-totals').map(({ value }) => (value as DayTotals).seconds)).toEqual([
      { [TODAY]: 82_800 },
    ]);
  });

  it('has room again for what was deleted', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '24h');
    await anna.user('deleteEntries', { ids: [entry.id] });
    await expect(anna.log(TODAY, '24h')).resolves.toMatchObject({ daySeconds: 86_400 });
  });
});
