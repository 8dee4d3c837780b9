import { sha256 } from '../../src/privacy/digest';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { loadPeople } from '../setup/loaded-person';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: SHORT_PAGES });
const anna = () => app.person(PEOPLE.anna);
const DAY_MS = 86_400_000;
const receiptHash = sha256('a code');

/** Moves the clock, daily runs and queue included. */
const pass = (days: number): Promise<void> => app.forge.clock.advance(days * DAY_MS);

const keepFor = (days: number): Promise<void> =>
  app.forge.storage.load(app.forge.installations.get().storageId, [
    { store: 'plain', key: 'settings', value: { retentionDays: { 'time-entry': days } } },
  ]);

const lines = (event: string): AuditLine[] =>
  app
    .stored('audit')
    .map(({ value }) => value as AuditLine)
    .filter((line) => line.event === event);

describe('Entries whose time has passed', () => {
  it('go, with their totals and counts, and a line of the audit log says how many', async () => {
    await keepFor(30);
    const gone = [await anna().log('2026-03-02', '2h'), await anna().log('2026-03-02', '1h')];
    await pass(20);
    const stays = await anna().log('2026-03-03', '30m');
    await app.forge.clock.set(Date.parse('2026-04-02T23:59:59.000Z'));
    const { entries } = await anna().user('listEntries');
    expect(entries).toEqual([stays.entry]);
    expect(gone.map(({ entry }) => entry.keptUntil)).toEqual(['2026-04-01', '2026-04-01']);
    expect(app.stored('day-totals')).toMatchObject([{ value: { seconds: { '2026-03-03': 1800 } } }]);
    expect(lines('entries-expired')).toMatchObject([{ role: 'system', records: { 'time-entry': 2 } }]);
  });

  it('stay on the day that was shown to their owner, and go on the next', async () => {
    await keepFor(30);
    const { entry } = await anna().log('2026-03-02');
    await app.forge.clock.set(Date.parse(`${entry.keptUntil}T23:59:59.000Z`));
    expect(app.stored('time-entry')).toHaveLength(1);
    await pass(1);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('go by the day worked: one of two years ago, logged today, goes in one year where three are kept', async () => {
    const { entry } = await anna().log('2024-03-02');
    expect(entry.keptUntil).toBe('2027-03-02');
    await pass(365);
    expect(app.stored('time-entry')).toHaveLength(1);
    await pass(2);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('are not those of the oldest day that is taken: what was logged is there until the day is over', async () => {
    await keepFor(30);
    expect(await anna().log('2026-01-31')).not.toHaveProperty('error');
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toHaveLength(1);
    await pass(2);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('go by the day to which they were corrected, and by the day before once that is undone', async () => {
    await keepFor(30);
    const { entry } = await anna().log('2026-03-02');
    const older = { id: entry.id, startedOn: '2026-02-05', duration: '1h' };
    const corrected = await anna().user('correctEntry', older);
    expect(corrected.entry.keptUntil).toBe('2026-03-07');
    const back = await anna().user('undoChange', { undo: corrected.undo ?? '' });
    expect(back.entries).toMatchObject([{ startedOn: '2026-03-02', keptUntil: '2026-04-01' }]);
    await pass(6);
    expect(app.stored('time-entry')).toHaveLength(1);
    await anna().user('correctEntry', { ...older, startedOn: '2026-02-06' });
    await pass(2);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('are those of the standard period where no period is set, and never of one outside the limits', async () => {
    await anna().log('2026-03-02');
    await pass(40);
    expect(app.stored('time-entry')).toHaveLength(1);
    await keepFor(1);
    await expect(anna().user('listEntries')).resolves.toMatchObject({
      entries: [{ keptUntil: '2026-04-01' }],
    });
    await pass(2);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('go all of them, though there are thousands, and nobody else’s', async () => {
    await loadPeople(app.forge, [
      { accountId: PEOPLE.anna, entries: 2600 },
      { accountId: PEOPLE.ben, entries: 30 },
    ]);
    await keepFor(1400);
    await app.person(PEOPLE.chloe).log('2026-03-02');
    const limit = new Date(app.forge.clock.now() + DAY_MS - 1400 * DAY_MS).toISOString().slice(0, 10);
    const left = (): string[] =>
      app.stored('time-entry').map(({ value }) => (value as { startedOn: string }).startedOn);
    expect(left().filter((day) => day < limit).length).toBeGreaterThan(2000);
    await pass(2);
    await app.forge.queue.settle({ delayed: true });
    expect(left().filter((day) => day < limit)).toEqual([]);
    expect(left().length).toBeGreaterThan(100);
  });

  it('go also while queries lag and still list what is gone', async () => {
    await keepFor(30);
    for (let n = 0; n < 30; n += 1) await anna().log('2026-03-02', '5m');
    app.forge.storage.settings.queryLagMs = { min: 0, max: 3 * DAY_MS };
    await pass(40);
    expect(app.stored('time-entry')).toEqual([]);
    expect(
      lines('entries-expired').reduce((sum, { records }) => sum + (records?.['time-entry'] ?? 0), 0),
    ).toBe(30);
  });
});

describe('A registration without entries', () => {
  it('is erased within three days of the last of them', async () => {
    const { entry } = await anna().log('2026-03-02');
    await anna().user('deleteEntries', { ids: [entry.id] });
    expect(app.stored('person')).toHaveLength(1);
    await pass(3);
    await app.forge.queue.settle({ delayed: true });
    expect(app.stored('person')).toEqual([]);
    expect(app.stored().filter((row) => JSON.stringify(row).includes(PEOPLE.anna))).toEqual([]);
    expect(lines('erasure-asked')).toMatchObject([{ role: 'system' }]);
  });

  it('stays where an entry came in time', async () => {
    const { entry } = await anna().log('2026-03-02');
    await anna().user('deleteEntries', { ids: [entry.id] });
    await anna().log('2026-03-02');
    await pass(5);
    expect(app.stored('person')).toHaveLength(1);
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  it('is not erased by a list that is late: what was emptied again since waits its day', async () => {
    const { entry } = await anna().log('2026-03-02');
    await anna().user('deleteEntries', { ids: [entry.id] });
    await app.forge.clock.advance(1.5 * DAY_MS, { deliver: false });
    app.forge.storage.settings.queryLagMs = DAY_MS;
    const again = await anna().log('2026-03-03');
    await anna().user('deleteEntries', { ids: [again.entry.id] });
    await app.forge.schedule.run('daily');
    expect(app.stored('person')).toHaveLength(1);
  });

  it('is not erased by a list that is days late: it is not empty any more, whenever it changed', async () => {
    const { entry } = await anna().log('2026-03-02');
    await anna().user('deleteEntries', { ids: [entry.id] });
    app.forge.storage.settings.queryLagMs = 7 * DAY_MS;
    await anna().log('2026-03-02');
    await app.forge.clock.advance(3 * DAY_MS, { deliver: false });
    await app.forge.schedule.run('daily');
    expect(app.stored('person')).toHaveLength(1);
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  it('is not erased with an entry that comes at the very moment', async () => {
    const lost: number[] = [];
    let saved = 0;
    for (let nth = 1; nth <= 12; nth += 1) {
      const { entry } = await anna().log('2026-03-02');
      await anna().user('deleteEntries', { ids: [entry.id] });
      await app.forge.clock.advance(1.5 * DAY_MS, { deliver: false });
      const logged = logAtCall(nth);
      await app.forge.schedule.run('daily');
      const isSaved = (await logged())?.error === undefined;
      await app.forge.queue.settle({ delayed: true });
      const { entries } = await anna().user('listEntries');
      if (isSaved) saved += 1;
      if (isSaved && entries.length !== 1) lost.push(nth);
      await anna().user('eraseMyData', { receiptHash });
      await app.forge.queue.settle({ delayed: true });
    }
    expect(lost).toEqual([]);
    expect(saved).toBeGreaterThan(6);
  });
});

/** Logs time at the very moment of the nth platform call of the daily run; gives how that went. */
function logAtCall(nth: number): () => Promise<{ error?: unknown } | undefined> {
  let logged: Promise<{ error?: unknown }> | undefined;
  let calls = 0;
  const end = app.forge.faults.add({
    functionKey: 'run-daily',
    matches: () => {
      calls += 1;
      if (calls === nth) logged = anna().log('2026-03-03');
      return false;
    },
    outcome: { kind: 'cut' },
  });
  return async () => {
    end();
    return (await logged) ?? { error: 'was not tried' };
  };
}

describe('What outlives an erasure', () => {
  it('ends by its date: marker, record of the erasure, audit lines', async () => {
    await anna().log('2026-03-02');
    await anna().user('eraseMyData', { receiptHash });
    await pass(29);
    expect(app.stored('marker')).toHaveLength(1);
    await pass(3);
    expect(app.stored('marker')).toEqual([]);
    expect(app.stored('erasure')).toHaveLength(1);
    expect(app.stored('audit').length).toBeGreaterThan(1);
    await pass(370);
    const left = app.stored().map(({ entityName, key }) => entityName ?? key);
    expect(left).not.toContain('erasure');
    expect(left).not.toContain('audit');
  });
});

describe('The daily run', () => {
  it('does the same when it comes twice, and nothing where there is nothing to do', async () => {
    app.forge.schedule.mode.doubled = 1;
    await keepFor(30);
    await anna().log('2026-03-02');
    await pass(33);
    expect(lines('entries-expired')).toHaveLength(1);
    expect(lines('erasure-asked')).toHaveLength(1);
  });

  it('makes up for days on which it did not come', async () => {
    app.forge.schedule.mode.missed = 1;
    await keepFor(30);
    await anna().log('2026-03-02');
    await pass(60);
    expect(app.stored('time-entry')).toHaveLength(1);
    app.forge.schedule.mode.missed = 0;
    await pass(1);
    expect(app.stored('time-entry')).toEqual([]);
  });
});
