import { engine } from '../../../src/app';
import type { AuditLine } from '../../../src/privacy/data-sets/audit';
import { ERASURE_JOB, type ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import type { Engine } from '../../../src/privacy/engine';
import { runErasure } from '../../../src/privacy/erasure/run';
import { retryErasure, resumeErasures } from '../../../src/privacy/erasure/resume';
import { closeInstallation } from '../../../src/privacy/installation';
import { erasureJob } from '../../setup/erasure-job';
import { openInside, type Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { heldBefore } from './meeting';
import { plant } from '../../setup/plant';

const ID = 'an-erasure-of-chloe';
const AT = '2026-03-02T06:00:00.000Z';
/** Everything is deleted, and the last look is due. */
const WAITED = erasureJob({
  version: 5,
  state: 'verifying',
  subject: PEOPLE.chloe,
  cohort: '7',
  continuesAt: AT,
  problem: 'storage-busy',
});

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

/** Does something with the erasure as it is, and gives how the erasure stands then. */
const after = (job: ErasureJob, work: () => Promise<unknown>): Promise<ErasureJob | undefined> =>
  inside.run(async () => {
    await plant(engine.store, ERASURE_JOB, ID, job);
    await work();
    return engine.store.get(ERASURE_JOB, ID);
  });

const run = (by: Engine): Promise<unknown> => runErasure(by, ID, WAITED.version);
const receipts = (): number => storedRows(inside.forge, 'receipt').length;
const told = (): string[] => storedRows(inside.forge, 'audit').map(({ value }) => (value as AuditLine).event);

test('the last step that runs twice at once ends the erasure once', async () => {
  const twice = () => run(heldBefore('transaction', () => run(engine)));
  await expect(after(WAITED, twice)).resolves.toMatchObject({ state: 'done', version: 6, receipt: '1' });
  expect(receipts()).toBe(1);
  expect(told()).toEqual(['erasure-done']);
});

test('an erasure that is done says neither whose it was, nor of which group, nor what held it up', async () => {
  const done = await after(WAITED, () => run(engine));
  expect(Object.keys(done ?? {}).sort()).toEqual(
    ['askedBy', 'doneAt', 'erased', 'expected', 'mapVersion', 'receipt'].concat([
      'startedAt',
      'state',
      'tries',
      'updatedAt',
      'version',
    ]),
  );
});

test('an erasure that is tried again at the moment it ends stands as it was tried again, and then ends', async () => {
  const meet = () => run(heldBefore('transaction', () => retryErasure(engine, ID)));
  const tried = await after(WAITED, meet);
  expect(tried).toMatchObject({ state: 'verifying', version: 6, subject: PEOPLE.chloe });
  expect(receipts()).toBe(0);
  await inside.run(() => runErasure(engine, ID, 6));
  expect(told().sort()).toEqual(['erasure-done', 'erasure-retried']);
  expect(receipts()).toBe(1);
});

describe('Once the store is closed', () => {
  const close = () => closeInstallation(engine);

  test('no step does anything, and none fails', async () => {
    await expect(after(WAITED, () => close().then(() => run(engine)))).resolves.toEqual(WAITED);
    expect(receipts()).toBe(0);
  });

  test('at the very moment that an erasure ends, nothing of it is written', async () => {
    const meet = () => run(heldBefore('transaction', close));
    await expect(after(WAITED, meet)).resolves.toEqual(WAITED);
    expect(receipts()).toBe(0);
  });

  test('at the very moment that an erasure is tried again, it is not written again', async () => {
    const meet = () => retryErasure(heldBefore('transaction', close), ID);
    await expect(after(WAITED, meet)).resolves.toEqual(WAITED);
    expect(told()).toEqual([]);
  });
});

test('an erasure that is stuck begins again from the deletion when the daily run takes it up, and has one more look', async () => {
  const stuck: ErasureJob = { ...WAITED, state: 'stuck', tries: 8, problem: 'still-listed' };
  const taken = await after(stuck, () => resumeErasures(engine));
  expect(taken).toMatchObject({ version: 6, state: 'stuck', tries: 8 });
  expect(taken).not.toHaveProperty('continuesAt');
});

test('the event of the last step waits as long as the job does, which writes nothing; any other one is over', async () => {
  const tomorrow = new Date(inside.forge.clock.now() + 86_400_000).toISOString();
  const waiting: ErasureJob = { ...WAITED, continuesAt: tomorrow };
  const ends: unknown[] = [];
  const runAs = async (step: number): Promise<void> => void ends.push(await runErasure(engine, ID, step));
  await expect(after(waiting, () => runAs(5).then(() => runAs(4)))).resolves.toEqual(waiting);
  expect(ends).toEqual([{ until: tomorrow }, undefined]);
});
