import type { InvocationRecord } from '../../local/runtime/records';
import type { LoadedRow } from '../../local/storage';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { erasureJob } from '../setup/erasure-job';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Waits of 1, 2, 4 and 8 minutes, and then of 15: what a day has room for, and some to spare. */
const MOST_RETRIES_A_DAY = 110;
/** Duties that the daily run may have to try again. */
const DUTIES = 9;

const app = useForge();
const logsOf = (records: readonly InvocationRecord[]): string =>
  records.flatMap(({ logs }) => logs).join('\n');
const logs = (): string => logsOf(app.forge.invocations.list());
const jobs = () => app.forge.invocations.list().filter(({ source }) => source === 'consumer');
const waiting = (): string[] => app.forge.queue.pending().map(({ body }) => String(body['job']));

const anEntryExpired = async (): Promise<void> => {
  await app.person(PEOPLE.anna).log('2026-03-01');
  app.forge.schedule.mode.missed = 1;
  await app.forge.clock.advance(1_100 * DAY_MS);
  expect(app.stored('time-entry')).toHaveLength(1);
};

describe('A daily run that storage is too busy for', () => {
  beforeEach(anEntryExpired);

  it('at its first call does everything else, says so, and tries that again within the hour', async () => {
    app.forge.faults.add({
      remote: 'kvs',
      functionKey: 'run-daily',
      times: 1,
      outcome: { kind: 'rate-limited' },
    });
    const { outcome, logs: told } = await app.forge.schedule.run('daily');
    expect(outcome).toBe('error');
    expect(told.join()).toContain('"daily-duty-failed","duty":"installation"');
    expect(told.join()).toContain('"daily-done","failed":1');
    expect(app.stored('time-entry')).toEqual([]);
    expect(waiting()).toContain('installation');
    await app.forge.clock.advance(HOUR_MS);
    expect(waiting()).not.toContain('installation');
  });

  it('all the time is made up for within the hour, once storage answers', async () => {
    const recover = app.forge.faults.add({ remote: 'kvs', outcome: { kind: 'rate-limited' } });
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toHaveLength(1);
    recover();
    await app.forge.clock.advance(HOUR_MS);
    expect(app.stored('time-entry')).toEqual([]);
    expect(jobs().filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
  });

  it('for days tries each duty again less and less often, and no day adds to the next', async () => {
    app.forge.schedule.mode.missed = 0;
    app.forge.faults.add({ remote: 'kvs', outcome: { kind: 'rate-limited' } });
    for (let day = 1; day <= 4; day += 1) {
      app.forge.invocations.clear();
      await app.forge.clock.advance(DAY_MS);
      expect(jobs().length).toBeLessThanOrEqual(DUTIES * MOST_RETRIES_A_DAY);
      expect(waiting().length).toBeLessThanOrEqual(2 * DUTIES);
    }
  });
});

test('reporting that storage fails for days goes on in one chain of events, also where full hours are near', async () => {
  await app.person(PEOPLE.anna).log('2026-03-01');
  await app.forge.clock.advance(8 * DAY_MS);
  app.forge.faults.add({ functionKey: 'run-job', remote: 'kvs', outcome: { kind: 'rate-limited' } });
  for (let day = 1; day <= 4; day += 1) {
    app.forge.invocations.clear();
    await app.forge.clock.advance(DAY_MS);
    expect(jobs().length).toBeLessThanOrEqual(2 * MOST_RETRIES_A_DAY);
    expect(waiting().filter((job) => job === 'reporting').length).toBeLessThanOrEqual(2);
  }
});

const stalledJob = (n: number): LoadedRow => ({
  store: 'entity',
  entityName: 'erasure',
  key: `a-stalled-erasure-${String(n).padStart(4, '0')}`,
  value: erasureJob({ state: 'fenced', subject: `557058:stalled-${n}`, takenUp: 0 }),
});

describe('Very many erasures that stand still', () => {
  beforeEach(async () => {
    app.forge.schedule.mode.missed = 1;
    await app.person(PEOPLE.anna).log('2026-03-01');
    await app.forge.clock.advance(3 * HOUR_MS);
    const { storageId } = app.forge.installations.get();
    await app.forge.storage.load(
      storageId,
      Array.from({ length: 300 }, (_, n) => stalledJob(n)),
    );
  });

  it('leave every other duty its time, however slow storage is, and are taken up one after the other', async () => {
    const recover = app.forge.faults.add({
      functionKey: 'run-daily',
      remote: 'kvs',
      outcome: { kind: 'slow', ms: 6_000 },
    });
    const { outcome, logs: told } = await app.forge.schedule.run('daily');
    recover();
    expect([outcome, told.join()]).toEqual(['ok', expect.stringContaining('"daily-done","failed":0')]);
    expect(waiting()).toContain('erasures');
    await app.forge.clock.advance(DAY_MS);
    const states = app.stored('erasure').map(({ value }) => (value as ErasureJob).state);
    expect(states.filter((state) => state !== 'done')).toEqual([]);
    expect(waiting()).not.toContain('erasures');
  });

  it('are each taken up once, though queries list them as before and the daily run comes twice', async () => {
    app.forge.storage.settings.queryLagMs = DAY_MS;
    app.forge.queue.mode.losses = 1;
    await app.forge.schedule.run('daily');
    await app.forge.schedule.run('daily');
    const taken = app.stored('erasure').map(({ value }) => (value as ErasureJob).takenUp ?? 0);
    expect(Math.max(...taken)).toBe(1);
  });
});

test('an erasure that stays stuck is written three times a day: taken up, done with deleting, stuck again', async () => {
  const { settings } = app.forge.storage;
  await app.person(PEOPLE.anna).log('2026-03-01');
  settings.queryLagMs = 30 * DAY_MS;
  // This entry is counted and not listed, and the one before is listed when it is gone.
  await app.person(PEOPLE.anna).log('2026-03-02');
  settings.queryLagMs = 0;
  await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
  settings.queryLagMs = 30 * DAY_MS;
  const passDays = async (days: number): Promise<ErasureJob> => {
    for (let day = 0; day < days; day += 1) await app.forge.clock.advance(DAY_MS);
    return app.stored('erasure')[0]?.value as ErasureJob;
  };
  const before = await passDays(2);
  expect(before).toMatchObject({ state: 'stuck', problem: 'still-listed' });
  expect((await passDays(4)).version - before.version).toBe(4 * 3);
});

describe('A queue that takes nothing', () => {
  const DOWN = { remote: 'stargate', outcome: { kind: 'answer', status: 503 } } as const;

  it('is told as that, to an administrator who tries an erasure again and in the log', async () => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    const { id } = await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    app.forge.invocations.clear();
    app.forge.faults.add(DOWN);
    const answer = await app.person(PEOPLE.admin).admin('retryErasure', { id });
    expect(answer.error?.code).toBe('TRY_LATER');
    expect(answer.error?.says.key).toBe('refused.not-queued');
    expect(logs()).toContain('"queue-busy","code":"503"');
    expect(logs()).not.toContain('resolver-failed');
  });

  it('is no fault of the app in a job, which goes on once the queue answers', async () => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    const recover = app.forge.faults.add(DOWN);
    await app.forge.clock.advance(10 * MINUTE_MS);
    expect(logs()).toContain('"queue-busy","job":"erasure","code":"503"');
    expect(logs()).not.toContain('job-failed');
    recover();
    await app.forge.clock.advance(HOUR_MS);
    expect(app.stored('erasure').map(({ value }) => (value as ErasureJob).state)).toEqual(['done']);
  });

  it('keeps a daily run from nothing but what the queue is needed for', async () => {
    await anEntryExpired();
    app.forge.faults.add(DOWN);
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toEqual([]);
    expect(logs()).toContain('"reporting-not-queued","kind":"QueueBusyError 503"');
  });
});
