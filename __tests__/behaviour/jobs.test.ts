import { Queue } from '@forge/events';
import { sha256 } from '../../src/privacy/digest';
import { openInside } from '../setup/inside';
import { PEOPLE } from '../setup/test-site';
import { storedRows, useForge } from '../setup/use-forge';

const app = useForge();
const receiptHash = sha256('a code');
const TODAY = '2026-03-02';
const consumed = () => app.forge.invocations.list().filter(({ source }) => source === 'consumer');
const erase = (accountId: string) => app.person(accountId).user('eraseMyData', { receiptHash });
const jobOf = (id: string) => app.person(PEOPLE.noData).user('getJob', { id });

describe('An event of the queue', () => {
  it('for the erasure of one person does not wait for that of another', async () => {
    app.forge.queue.mode.parallel = 2;
    for (const accountId of [PEOPLE.anna, PEOPLE.ben]) {
      await app.person(accountId).log(TODAY);
      await erase(accountId);
    }
    await app.forge.queue.settle();
    const [first, second] = consumed().map(({ at }) => at);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it('that comes twice for one erasure waits until the other has ended', async () => {
    Object.assign(app.forge.queue.mode, { parallel: 2, duplicates: 1 });
    await app.person(PEOPLE.anna).log(TODAY);
    await erase(PEOPLE.anna);
    await app.forge.queue.settle();
    const runs = consumed().map(({ at, ms }) => ({ at, end: at + ms }));
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.some(({ at, end }) => end > at)).toBe(true);
    const beside = runs.filter(({ at }, place) => runs.slice(0, place).some(({ end }) => end > at));
    expect(beside).toEqual([]);
  });

  it('that is of no job is logged as such and does nothing', async () => {
    const { runJob } = (await import('../../src/triggers/job')) as { runJob: (event: unknown) => unknown };
    const { forge, run } = await openInside({}, { runJob });
    const bodies = [
      {},
      { job: 'erase-everyone' },
      { job: 'erasure' },
      { job: 'erasure', id: '*' },
      { job: 'erasure', id: 'a'.repeat(16), accountId: PEOPLE.anna },
      { job: 'retention', days: 0 },
      { job: ['erasure'], id: 'a'.repeat(16) },
      { job: 'constructor' },
    ];
    for (const body of bodies)
      await run(async () => void (await new Queue({ key: 'privacy-jobs' }).push({ body })));
    await forge.queue.settle({ delayed: true });
    const records = forge.invocations.list().filter(({ source }) => source === 'consumer');
    expect(records).toHaveLength(bodies.length);
    expect(records.flatMap(({ logs }) => logs)).toEqual(bodies.map(() => 'LOG {"event":"job-not-known"}'));
    expect(records.every(({ outcome, calls }) => outcome === 'ok' && Object.keys(calls).length === 0)).toBe(
      true,
    );
    expect(storedRows(forge)).toEqual([]);
    await forge.close();
  });

  it('carries nothing about a person', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await erase(PEOPLE.anna);
    const bodies = app.forge.queue.pending().map(({ body }) => JSON.stringify(body));
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.filter((body) => body.includes(PEOPLE.anna))).toEqual([]);
  });

  it('is delivered again where storage did not answer, and then does its work', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await app.forge.clock.advance(60_000);
    const { id = '' } = await erase(PEOPLE.anna);
    app.forge.faults.add({ functionKey: 'run-job', remote: 'kvs', nth: 2, outcome: { kind: 'cut' } });
    await app.forge.queue.settle({ delayed: true });
    expect(consumed().every(({ outcome }) => outcome === 'ok')).toBe(true);
    await expect(jobOf(id)).resolves.toMatchObject({ state: 'done' });
  });

  it('that comes twice, late and in any order erases once and says the same', async () => {
    Object.assign(app.forge.queue.mode, {
      duplicates: 0.5,
      shuffle: true,
      extraDelayMs: 120_000,
      parallel: 3,
    });
    const people = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
    for (const accountId of people) await app.person(accountId).log(TODAY);
    const jobs = await Promise.all(people.map(erase));
    await app.forge.queue.settle({ delayed: true });
    for (const { id = '' } of jobs) {
      await expect(jobOf(id)).resolves.toMatchObject({ state: 'done', erased: { 'time-entry': 1 } });
    }
    const done = app
      .stored('audit')
      .filter(({ value }) => (value as { event: string }).event === 'erasure-done');
    expect(done).toHaveLength(people.length);
  });

  it('that comes early waits: nothing is done before the indexes had their time', async () => {
    app.forge.queue.mode.duplicates = 1;
    await app.person(PEOPLE.anna).log(TODAY);
    const { id = '' } = await erase(PEOPLE.anna);
    await app.forge.queue.settle();
    expect(consumed().length).toBeGreaterThan(1);
    await expect(jobOf(id)).resolves.toMatchObject({ state: 'verifying' });
    await app.forge.queue.settle({ delayed: true });
    await expect(jobOf(id)).resolves.toMatchObject({ state: 'done' });
  });

  it('that was lost is made up for by the daily run', async () => {
    app.forge.queue.mode.losses = 1;
    await app.person(PEOPLE.anna).log(TODAY);
    const { id = '' } = await erase(PEOPLE.anna);
    await app.forge.queue.settle({ delayed: true });
    await expect(jobOf(id)).resolves.toMatchObject({ state: 'fenced' });
    app.forge.queue.mode.losses = 0;
    await app.forge.clock.advance(86_400_000);
    await app.forge.queue.settle({ delayed: true });
    expect(app.stored().filter((row) => JSON.stringify(row).includes(PEOPLE.anna))).toEqual([]);
  });

  it('that cannot be pushed is made up for, too, and the person is not told of a failure', async () => {
    app.forge.faults.add({ remote: 'stargate', outcome: { kind: 'rate-limited' } });
    await app.person(PEOPLE.anna).log(TODAY);
    await expect(erase(PEOPLE.anna)).resolves.toMatchObject({ state: 'fenced' });
    app.forge.faults.clear();
    await app.forge.clock.advance(86_400_000);
    await app.forge.queue.settle({ delayed: true });
    expect(app.stored('erasure').every(({ value }) => !('subject' in (value as object)))).toBe(true);
  });
});
