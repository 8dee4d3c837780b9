import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';

const storedEntries = () => app.stored('time-entry').map(({ key, value }) => ({ key, ...(value as object) }));
const secondsOf = (year: string): unknown =>
  app
    .stored('day-totals')
    .map(({ value }) => value as { year: string; seconds: unknown })
    .find((row) => row.year === year)?.seconds;

describe('Correcting an entry of one’s own', () => {
  it('changes day and duration, and with its day its end; ID and moment of logging stay', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    await app.forge.clock.advance(3_600_000);
    const corrected = await anna.user('correctEntry', {
      id: entry.id,
      startedOn: '2026-03-01',
      duration: '45m',
    });
    const change = { startedOn: '2026-03-01', seconds: 2700, keptUntil: '2029-02-28' };
    expect(corrected.entry).toEqual({ ...entry, ...change });
    expect(corrected.daySeconds).toBe(2700);
    expect(secondsOf('2026')).toEqual({ '2026-03-01': 2700 });
    await expect(anna.user('listEntries')).resolves.toMatchObject({ entries: [corrected.entry] });
  });

  it('moves its time from one year to another', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log('2026-01-01', '2h');
    await anna.log('2025-12-31', '1h');
    await anna.user('correctEntry', { id: entry.id, startedOn: '2025-12-31', duration: '30m' });
    expect(secondsOf('2026')).toBeUndefined();
    expect(secondsOf('2025')).toEqual({ '2025-12-31': 5400 });
  });

  it('does not exceed the day, and counts not what it takes away', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '20h');
    await anna.log(TODAY, '2h');
    const to = (duration: string) => anna.user('correctEntry', { id: entry.id, startedOn: TODAY, duration });
    await expect(to('22h')).resolves.toMatchObject({ daySeconds: 86_400 });
    await expect(to('22h 1m')).resolves.toMatchObject({
      error: {
        code: 'INVALID',
        fields: { duration: { key: 'refused.day-has-left', values: { hours: 22, minutes: 0 } } },
      },
    });
  });

  test.each<[string, object, object]>([
    ['tomorrow', { startedOn: '2026-03-03' }, { fields: { startedOn: { key: 'refused.day-to-come' } } }],
    ['no duration', { duration: 'soon' }, { code: 'INVALID' }],
    ['an entry that is not there', { id: '0'.repeat(32) }, { code: 'NOT_FOUND' }],
  ])('refuses %s and changes nothing', async (_, more, error) => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    const before = storedEntries();
    const answer = await anna.user('correctEntry', {
      id: entry.id,
      startedOn: TODAY,
      duration: '2h',
      ...more,
    });
    expect(answer).toMatchObject({ error });
    expect(storedEntries()).toEqual(before);
  });

  it('reaches nobody else’s entry', async () => {
    const { entry } = await app.person(PEOPLE.anna).log(TODAY, '1h');
    const ben = app.person(PEOPLE.ben);
    await ben.log(TODAY, '1h');
    const answer = await ben.user('correctEntry', { id: entry.id, startedOn: TODAY, duration: '2h' });
    expect(answer).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const strange = await ben.user('correctEntry', {
      id: `${PEOPLE.anna}#${entry.id}`,
      startedOn: TODAY,
      duration: '2h',
    });
    expect(strange).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('is refused while the use of the data is restricted', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    await anna.user('setRestriction', { restricted: true });
    const answer = await anna.user('correctEntry', { id: entry.id, startedOn: TODAY, duration: '2h' });
    expect(answer).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(storedEntries()).toMatchObject([{ seconds: 3600 }]);
  });

  it('waits for an approval where deleting does, but for the last day', async () => {
    const anna = app.person(PEOPLE.anna);
    await app
      .person(PEOPLE.admin)
      .saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
    const { entry } = await anna.log(TODAY, '1h');
    const to = (duration: string) => anna.user('correctEntry', { id: entry.id, startedOn: TODAY, duration });
    await expect(to('2h')).resolves.toMatchObject({ daySeconds: 7200 });
    await app.forge.clock.advance(25 * 3_600_000);
    await expect(to('1m')).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(storedEntries()).toMatchObject([{ seconds: 7200 }]);
  });

  it('by several at once leaves one of them, with totals that agree', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    const to = (startedOn: string, duration: string) =>
      anna.user('correctEntry', { id: entry.id, startedOn, duration });
    await Promise.all([to('2025-12-31', '2h'), to('2024-12-31', '3h'), to('2023-12-31', '4h')]);
    expect(storedEntries()).toHaveLength(1);
  });

  it('beside a deletion leaves no time of what is gone', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    await Promise.all([
      anna.user('correctEntry', { id: entry.id, startedOn: '2025-12-31', duration: '1h' }),
      anna.user('deleteEntries', { ids: [entry.id] }),
    ]);
    await anna.user('deleteEntries', { ids: [entry.id] });
    expect(storedEntries()).toEqual([]);
    expect(app.stored('day-totals')).toEqual([]);
  });
});

describe('Correcting an entry of somebody', () => {
  const correct = (by: string, id: string, more: object = {}) =>
    app.person(by).admin('correctEntryOf', {
      accountId: PEOPLE.anna,
      reason: 'correction',
      id,
      startedOn: TODAY,
      duration: '15m',
      ...more,
    });

  it('is for administrators, takes a reason, and is told to the person', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    await expect(correct(PEOPLE.ben, entry.id)).resolves.toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    await expect(correct(PEOPLE.admin, entry.id, { reason: 'because' })).resolves.toMatchObject({
      error: { code: 'INVALID' },
    });
    const answer = await correct(PEOPLE.admin, entry.id);
    expect(answer).toEqual({ entry: { ...entry, seconds: 900 }, daySeconds: 900 });
    const { accesses } = await anna.user('getOverview');
    expect(accesses).toMatchObject([{ what: 'entries-corrected', reason: 'correction' }]);
  });

  it('says so where there is no such entry or nobody', async () => {
    await expect(correct(PEOPLE.admin, 'f'.repeat(32))).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
