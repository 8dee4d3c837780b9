import { engine } from '../../../src/app';
import { emptyCohort, withMembers } from '../../../src/privacy/cohorts';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import { ERASURE_JOB } from '../../../src/privacy/data-sets/erasure-job';
import type { Engine } from '../../../src/privacy/engine';
import { deleteRecords } from '../../../src/privacy/erasure/deletion';
import { readOpenJob, type JobAsRead } from '../../../src/privacy/erasure/job';
import { closeInstallation } from '../../../src/privacy/installation';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { erasureJob } from '../../setup/erasure-job';
import { recordOf } from '../../setup/generated-record';
import { openInside, type Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { heldBefore } from './meeting';
import { plant } from '../../setup/plant';

const { anna, chloe } = PEOPLE;
const JOB_ID = 'an-erasure-of-chloe';
const JOB = erasureJob({ subject: chloe, expected: { 'time-entry': 1 } });

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

/** Begins with so many entries of hers, and does something with the erasure as it is held. */
const withEntries = <Result>(count: number, work: (held: JobAsRead) => Promise<Result>): Promise<Result> =>
  inside.run(async () => {
    for (let n = 0; n < count; n += 1) {
      const { key, value } = recordOf(TIME_ENTRY, chloe, n);
      await plant(engine.store, TIME_ENTRY, key, value as never);
    }
    await plant(engine.store, ERASURE_JOB, JOB_ID, JOB);
    const held = await readOpenJob(engine, JOB_ID);
    if (!held) throw new Error('there is an erasure');
    return work(held);
  });

const entries = (): unknown[] => storedRows(inside.forge, TIME_ENTRY.name);
const job = (): unknown => storedRows(inside.forge, ERASURE_JOB.name)[0]?.value;

test('what is deleted is counted with its deletion', async () => {
  const outcome = await withEntries(1, (held) => deleteRecords(engine, held, chloe));
  expect(outcome).toMatchObject({ finished: true, erasure: { job: { erased: { 'time-entry': 1 } } } });
  expect(entries()).toEqual([]);
});

test('a record that is gone and that an index still lists is never counted', async () => {
  const outcome = await withEntries(3, async (held) => {
    inside.forge.storage.settings.queryLagMs = 3_600_000;
    const { key } = recordOf(TIME_ENTRY, chloe, 1);
    await engine.store.deleteAsRead(await engine.store.present([{ dataSet: TIME_ENTRY, key }]));
    return deleteRecords(engine, held, chloe);
  });
  expect(outcome).toMatchObject({ finished: true, erasure: { job: { erased: { 'time-entry': 2 } } } });
  const again = await inside.run(async () => {
    const held = await readOpenJob(engine, JOB_ID);
    return held && deleteRecords(engine, held, chloe);
  });
  expect(again).toMatchObject({ finished: true, erasure: { job: { erased: { 'time-entry': 2 } } } });
});

test('a record that is still there after storage took its deletion ends the step as a failure: it is done again', async () => {
  const transact: Engine['store']['transact'] = (changes) =>
    engine.store.transact(changes.filter((change) => change.do !== 'delete'));
  const forgetful = { ...engine, store: { ...engine.store, transact } };
  const deleting = withEntries(1, (held) => deleteRecords(forgetful, held, chloe));
  await expect(deleting).rejects.toMatchObject({ code: 'RECORD_STILL_THERE' });
  expect(entries()).toHaveLength(1);
});

test('a step that runs twice at once counts what is deleted once, and the slower one gives way', async () => {
  const outcome = await withEntries(3, (held) => {
    const first = () => deleteRecords(engine, held, chloe);
    return deleteRecords(heldBefore('transaction', first), held, chloe);
  });
  expect(outcome).toBe('overtaken');
  expect(job()).toMatchObject({ version: 2, erased: { 'time-entry': 3 } });
});

test('somebody who joins the group of a person at the moment they leave it keeps their place, and both are counted', async () => {
  const member = (accountId: string) => ({ accountId, updatedAt: JOB.startedAt });
  const group = withMembers(emptyCohort(), [member(chloe)]);
  const outcome = await withEntries(1, async ({ job: begun, ...held }) => {
    await plant(engine.store, COHORT, '1', group);
    const joined = withMembers(group, [...group.members, member(anna)]);
    const joins = () => plant(engine.store, COHORT, '1', joined);
    return deleteRecords(
      heldBefore('transaction', joins),
      { ...held, job: { ...begun, cohort: '1' } },
      chloe,
    );
  });
  expect(outcome).toMatchObject({
    finished: true,
    erasure: { job: { erased: { cohort: 1, 'time-entry': 1 } } },
  });
  expect(storedRows(inside.forge, COHORT.name)).toMatchObject([{ value: { members: [member(anna)] } }]);
});

test('a step whose time is over hands over after the group of records that it was at', async () => {
  const hurried = { ...engine, remainingMs: () => 0 };
  const outcome = await withEntries(28, (held) => deleteRecords(hurried, held, chloe));
  expect(outcome).toMatchObject({ finished: false, erasure: { job: { erased: { 'time-entry': 22 } } } });
  expect(entries()).toHaveLength(6);
});

// One transaction takes 24 of them and then has no room for the condition that the store is open.
test.each([1, 24])('once the store is closed, %d records are left to who empties it', async (count) => {
  const outcome = await withEntries(count, async (held) => {
    await closeInstallation(engine);
    return deleteRecords(engine, held, chloe);
  });
  expect(outcome).toBe('overtaken');
  expect([entries().length, job()]).toEqual([count, JOB]);
});

test('a store that is closed at the very moment of a deletion is not written to', async () => {
  const close = () => closeInstallation(engine);
  const outcome = await withEntries(1, (held) =>
    deleteRecords(heldBefore('transaction', close), held, chloe),
  );
  expect(outcome).toBe('overtaken');
  expect([entries().length, job()]).toEqual([1, JOB]);
});
