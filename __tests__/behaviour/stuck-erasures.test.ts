import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import type { Standing } from '../../src/privacy/data-sets/registration';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { BARE_CODE, CODE, hashOf } from './receipt-files';

const app = useForge();
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const admin = () => app.person(PEOPLE.admin);
const listed = async () => (await admin().admin('listErasures')).erasures[0];
const stored = () => app.stored('erasure')[0]?.value as ErasureJob;
const namesAnna = () => app.stored().filter((row) => JSON.stringify(row).includes(PEOPLE.anna));
/** What the audit log says of erasures, oldest first. */
const told = async () =>
  (await admin().admin('getAuditLog')).rows.map(({ event, role }) => `${event} ${role}`).reverse();

async function beginErasure(entriesLateMs = 0): Promise<void> {
  const anna = app.person(PEOPLE.anna);
  app.forge.storage.settings.queryLagMs = entriesLateMs;
  await anna.log('2026-02-26');
  await anna.log('2026-02-27');
  app.forge.storage.settings.queryLagMs = 0;
  const job = await anna.user('eraseMyData', { receiptHash: hashOf(CODE) });
  expect(job).toMatchObject({ state: 'fenced' });
}

/** From now on storage does not give out a single entry. */
function failEntries(): () => void {
  const { settings } = app.forge.storage;
  settings.partialBatchFailure = (path, _, entity) => path === 'batch/get' && entity === 'time-entry';
  return () => void (settings.partialBatchFailure = () => false);
}

async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await app.forge.clock.advance(DAY_MS);
}

async function expectDoneWithReceipt(): Promise<void> {
  expect(await listed()).toMatchObject({ state: 'done', erased: { 'time-entry': 2 } });
  expect((await listed())?.problem).toBeUndefined();
  expect(namesAnna()).toEqual([]);
  await expect(admin().admin('checkReceipt', { code: BARE_CODE })).resolves.toMatchObject({
    state: 'valid',
    receipt: { askedBy: 'person', erased: { 'time-entry': 2 } },
  });
}

/** It ends, is confirmed a day later, and the audit log tells how it came there. */
async function expectConfirmedAfter(...before: string[]): Promise<void> {
  await app.forge.clock.advance(5 * MINUTE_MS);
  await expectDoneWithReceipt();
  await passDays(1);
  expect((await listed())?.state).toBe('confirmed');
  expect(await told()).toEqual([...before, 'erasure-done person', 'erasure-confirmed system']);
}

describe('An erasure that storage holds up for days', () => {
  it('is listed as stuck with its reason, and goes through when an administrator tries again', async () => {
    await beginErasure();
    const recover = failEntries();
    await passDays(2);
    expect((await listed())?.state).not.toBe('stuck');
    await passDays(1);
    expect(await listed()).toMatchObject({ state: 'stuck', problem: 'stood-still' });
    expect(await admin().admin('getDashboard')).toMatchObject({ stuckErasures: { least: 1 } });
    recover();
    const { id } = (await listed()) ?? {};
    await expect(admin().admin('retryErasure', { id })).resolves.toMatchObject({ state: 'deleting' });
    await expectConfirmedAfter(
      'erasure-asked person',
      'erasure-stuck system',
      'erasure-retried administrator',
    );
  });

  it('goes through with the next daily run, too, though nobody tries again', async () => {
    await beginErasure();
    const recover = failEntries();
    await passDays(4);
    expect(await listed()).toMatchObject({ state: 'stuck', problem: 'stood-still' });
    recover();
    await app.forge.schedule.run('daily');
    await expectConfirmedAfter('erasure-asked person', 'erasure-stuck system');
  });

  it('has all its looks left afterwards: days of standing still are none of them', async () => {
    await beginErasure();
    app.forge.queue.mode.losses = 1;
    await passDays(9);
    expect((await listed())?.state).toBe('stuck');
    app.forge.queue.mode.losses = 0;
    app.forge.storage.settings.queryLagMs = 10 * MINUTE_MS;
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(4 * MINUTE_MS);
    expect(stored()).toMatchObject({ state: 'verifying', tries: 2 });
    await app.forge.clock.advance(HOUR_MS);
    await expectDoneWithReceipt();
  });
});

describe('Erasures that stand still', () => {
  it('are taken up though one of them cannot be', async () => {
    await beginErasure();
    const { id = 'none' } = (await listed()) ?? {};
    await app.person(PEOPLE.ben).log('2026-02-27');
    await app.person(PEOPLE.ben).user('eraseMyData', { receiptHash: hashOf('another') });
    app.forge.queue.mode.losses = 1;
    await app.forge.clock.advance(2 * HOUR_MS);
    app.forge.queue.mode.losses = 0;
    const recover = app.forge.faults.add({
      remote: 'kvs',
      path: '/api/v1/transaction',
      matches: ({ body }) => body.includes(id),
      outcome: { kind: 'answer', status: 500 },
    });
    const { outcome, logs } = await app.forge.schedule.run('daily');
    expect([outcome, logs.join()]).toEqual(['error', expect.stringContaining('"duty":"erasures"')]);
    await app.forge.clock.advance(5 * MINUTE_MS);
    const states = (await admin().admin('listErasures')).erasures.map(({ state }) => state);
    expect(states).toEqual(['fenced', 'done']);
    recover();
    await passDays(1);
    expect(namesAnna()).toEqual([]);
  });

  it('and that an earlier version stored are taken up, too', async () => {
    await beginErasure();
    app.forge.queue.mode.losses = 1;
    await passDays(3);
    const row = app.stored('erasure')[0];
    const { takenUp, ...earlier } = row?.value as ErasureJob;
    expect(takenUp).toBe(3);
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      { store: 'entity', entityName: 'erasure', key: row?.key ?? '', value: { ...earlier, tries: 9 } },
    ]);
    app.forge.queue.mode.losses = 0;
    expect(await listed()).toMatchObject({ state: 'stuck', problem: 'stood-still' });
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(5 * MINUTE_MS);
    await expectDoneWithReceipt();
  });
});

describe('An erasure whose records an index does not list', () => {
  beforeEach(() => beginErasure(12 * HOUR_MS));

  it('ends after eight looks, says what it did not find, and erases it once a scan does', async () => {
    await app.forge.clock.advance(5 * HOUR_MS);
    const missed = { 'time-entry': 2, 'day-totals': 1 };
    expect(await listed()).toMatchObject({ state: 'done', deleted: 3, expected: 6, missed });
    await expect(admin().admin('checkReceipt', { code: BARE_CODE })).resolves.toMatchObject({
      state: 'valid',
      receipt: { missed },
    });
    const ended = ['erasure-asked person', 'erasure-done person', 'erasure-records-missed system'];
    expect((await told()).sort()).toEqual(ended.sort());
    await passDays(1);
    await app.forge.clock.advance(5 * MINUTE_MS);
    await expectDoneWithReceipt();
    expect(await told()).toEqual(expect.arrayContaining(['erasure-reopened system']));
    expect(await listed()).not.toHaveProperty('missed');
    await passDays(1);
    expect(await listed()).toMatchObject({ state: 'confirmed' });
  });

  it('is left to wait by a daily run that comes in between', async () => {
    await app.forge.clock.advance(3 * HOUR_MS);
    const before = stored();
    expect(before).toMatchObject({ state: 'verifying', tries: 7 });
    await app.forge.clock.advance(65 * MINUTE_MS, { deliver: false });
    await app.forge.schedule.run('daily');
    expect(stored()).toEqual(before);
  });

  it('is not stuck because the queue lost it once after many looks', async () => {
    await app.forge.clock.advance(2 * HOUR_MS);
    expect(stored()).toMatchObject({ state: 'verifying', tries: 6 });
    expect(stored().takenUp).toBeUndefined();
    app.forge.queue.mode.losses = 1;
    await app.forge.clock.advance(3 * HOUR_MS);
    app.forge.queue.mode.losses = 0;
    await passDays(1);
    expect(stored()).toMatchObject({ takenUp: 1 });
    await expectDoneWithReceipt();
    expect(await told()).toEqual(['erasure-asked person', 'erasure-done person']);
  });
});

describe('An erasure that ended without records that had been counted', () => {
  it('is looked for again every day of a week, however late an index lists them', async () => {
    await beginErasure(4 * DAY_MS);
    await passDays(3);
    expect(await listed()).toMatchObject({ state: 'done', missed: { 'time-entry': 2 } });
    // Whoever came back now would have back what an index lists later.
    expect(await app.person(PEOPLE.anna).log('2026-03-02')).toMatchObject({ error: { code: 'CONFLICT' } });
    await passDays(3);
    expect(namesAnna()).toEqual([]);
    expect(await listed()).toMatchObject({ state: 'confirmed', erased: { 'time-entry': 2 } });
    expect(await app.person(PEOPLE.anna).log('2026-03-02')).not.toHaveProperty('error');
  });

  it('is confirmed after that week where there are none: the count was wrong', async () => {
    await app.person(PEOPLE.anna).log('2026-02-26');
    const row = app.stored('standing')[0];
    const value = { ...(row?.value as Standing), counts: { 'time-entry': 3, 'day-totals': 1 } };
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      { store: 'entity', entityName: 'standing', key: row?.key ?? '', value },
    ]);
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: hashOf(CODE) });
    await passDays(6);
    expect(await listed()).toMatchObject({ state: 'done', missed: { 'time-entry': 2 } });
    expect(namesAnna()).toEqual([]);
    await passDays(3);
    expect(await listed()).toMatchObject({ state: 'confirmed', missed: { 'time-entry': 2 } });
  });
});

describe('An erasure of which a look finds every time what the deletion did not', () => {
  it('does not go round for ever: it is stuck with its reason, and done when indexes answer again', async () => {
    let asked = 0;
    const recover = app.forge.faults.add({
      remote: 'kvs',
      path: '/api/v1/entity/query',
      functionKey: 'run-job',
      matches: ({ body }) => /"time-entry".*"by-person"/.test(body) && asked++ % 2 === 0,
      outcome: { kind: 'answer', status: 200, body: { data: [] } },
    });
    await beginErasure();
    await app.forge.clock.advance(HOUR_MS);
    expect(await listed()).toMatchObject({ state: 'stuck', problem: 'records-left' });
    const looks = asked;
    await app.forge.clock.advance(3 * HOUR_MS);
    expect(asked).toBe(looks);
    recover();
    const { id } = (await listed()) ?? {};
    await admin().admin('retryErasure', { id });
    await app.forge.clock.advance(5 * MINUTE_MS);
    await expectDoneWithReceipt();
  });
});
