import { engine } from '../../../src/app';
import { ERASURE_JOB, type ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import type { Engine } from '../../../src/privacy/engine';
import { deleteRecords, type DeletionOutcome } from '../../../src/privacy/erasure/deletion';
import { holdJob } from '../../../src/privacy/erasure/jobs';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { recordOf } from '../../setup/generated-record';
import { openInside, type Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';

const { chloe } = PEOPLE;
const ENTRY = recordOf(TIME_ENTRY, chloe, 0);
const JOB_ID = 'an-erasure-of-chloe';
const AT = '2026-03-02T08:00:00.000Z';
const JOB: ErasureJob = {
  version: 1,
  state: 'deleting',
  askedBy: 'person',
  startedAt: AT,
  updatedAt: AT,
  subject: chloe,
  expected: { 'time-entry': 1 },
  erased: {},
  tries: 0,
  mapVersion: '0123456789abcdef',
};

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const deleteBy = (by: Engine): Promise<DeletionOutcome> =>
  inside.run(async () => {
    await engine.store.put(TIME_ENTRY, ENTRY.key, ENTRY.value as never);
    await engine.store.put(ERASURE_JOB, JOB_ID, JOB);
    const held = await holdJob(engine, JOB_ID);
    if (!held) throw new Error('there is an erasure');
    return deleteRecords(by, held, chloe);
  });

const entries = (): unknown[] => storedRows(inside.forge, TIME_ENTRY.name);

test('what is deleted is counted with its deletion', async () => {
  await expect(deleteBy(engine)).resolves.toMatchObject({
    finished: true,
    held: { job: { erased: { 'time-entry': 1 } } },
  });
  expect(entries()).toEqual([]);
});

test('a record that is still there after storage took its deletion ends the step as a failure: it is done again', async () => {
  const transact: Engine['store']['transact'] = (changes) =>
    engine.store.transact(changes.filter((change) => change.do !== 'delete'));
  const forgetful = { ...engine, store: { ...engine.store, transact } };
  await expect(deleteBy(forgetful)).rejects.toMatchObject({ code: 'RECORD_STILL_THERE' });
  expect(entries()).toHaveLength(1);
});
