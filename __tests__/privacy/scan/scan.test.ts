import type { LocalForge } from '../../../local/forge';
import type { LoadedRow } from '../../../local/storage';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { personOf } from '../../behaviour/person';
import { stored, storeMentions } from '../../properties/stored';
import { openTestForge, SHORT_PAGES } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';

const DAY_MS = 86_400_000;
const HASH = 'b'.repeat(64);

let forge: LocalForge;
beforeEach(async () => {
  forge = await openTestForge({ storage: { queryLagMs: 10_000, ...SHORT_PAGES } });
  await personOf(forge, PEOPLE.anna).log('2026-02-27');
  await personOf(forge, PEOPLE.ben).log('2026-02-27');
});
afterEach(() => forge.close());

const jobs = (): ErasureJob[] =>
  stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [value as ErasureJob] : [],
  );

async function eraseAnna(): Promise<void> {
  await personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(5 * 60_000);
}

const plant = (rows: LoadedRow[]): Promise<void> =>
  forge.storage.load(forge.installations.get().storageId, rows);

/** A record of Anna's that an erasure overlooked: as a fault in the deletion would leave it. */
const overlooked = (accountId: string): LoadedRow => ({
  store: 'entity',
  entityName: 'time-entry',
  key: `${accountId}#11111111222243338444555555555555`,
  value: {
    accountId,
    issueId: '20001',
    startedOn: '2026-02-01',
    seconds: 3600,
    createdAt: '2026-02-01T10:00:00.000Z',
    position: '2026-02-01#11111111222243338444555555555555',
  },
});

test('an erasure is confirmed by the scan of the next day, and leaves the others alone', async () => {
  await eraseAnna();
  expect(jobs().map(({ state }) => state)).toEqual(['done']);
  await forge.clock.advance(2 * DAY_MS);
  expect(jobs().map(({ state }) => state)).toEqual(['confirmed']);
  expect(stored(forge).entries.map(({ accountId }) => accountId)).toEqual([PEOPLE.ben]);
});

test('a record that an erasure overlooked is found, erased, and the erasure says that it began again', async () => {
  await eraseAnna();
  await plant([overlooked(PEOPLE.anna)]);
  expect(storeMentions(forge, PEOPLE.anna)).toBe(true);
  await forge.clock.advance(2 * DAY_MS);
  expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
  await forge.clock.advance(2 * DAY_MS);
  expect(jobs()).toMatchObject([{ state: 'confirmed', tries: expect.any(Number) as number }]);
  expect(jobs()[0]?.tries).toBeGreaterThan(0);
});

const told = async () =>
  (await personOf(forge, PEOPLE.admin).admin('getAuditLog', { limit: 50 })).rows.filter(
    ({ event }) => event === 'erasure-reopened',
  );

test('what the scan finds is told to administrators, once however often the queue delivers, and names nobody', async () => {
  await eraseAnna();
  await plant([overlooked(PEOPLE.anna)]);
  forge.queue.mode.duplicates = 1;
  await forge.clock.advance(4 * DAY_MS);
  expect(jobs().map(({ state }) => state)).toEqual(['confirmed']);
  const lines = await told();
  expect(lines).toMatchObject([{ role: 'system', records: { 'time-entry': 1 } }]);
  expect(lines[0]).not.toHaveProperty('subject');
});

test('a place in a group that was left behind is found, though the person is named only within the row', async () => {
  await eraseAnna();
  const cohort = stored(forge).cohorts[0];
  if (!cohort) throw new Error('there is a cohort');
  const { key, ...value } = cohort;
  const members = [...value.members, { accountId: PEOPLE.anna, updatedAt: '2026-02-01T10:00:00.000Z' }];
  await plant([
    { store: 'entity', entityName: 'cohort', key, value: { ...value, size: members.length, members } },
  ]);
  await forge.clock.advance(3 * DAY_MS);
  expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
  expect(storeMentions(forge, PEOPLE.ben)).toBe(true);
});

test('a record of someone who was never registered is erased like any other leftover', async () => {
  await eraseAnna();
  await plant([overlooked(PEOPLE.chloe)]);
  await forge.clock.advance(3 * DAY_MS);
  expect(storeMentions(forge, PEOPLE.chloe)).toBe(false);
  await expect(told()).resolves.toMatchObject([{ role: 'system', records: { 'time-entry': 1 } }]);
});

/** Moves on until the erasure was taken up and its next step waits in the queue. */
async function untilTakenUp(): Promise<void> {
  for (let step = 0; step < 200 && jobs()[0]?.state !== 'deleting'; step += 1) {
    await forge.clock.advance(10 * 60_000);
  }
  expect(jobs()).toMatchObject([{ state: 'deleting', problem: 'records-left' }]);
}

test('someone whose erasure is taken up again cannot come back before it is done, and can then', async () => {
  await eraseAnna();
  await plant([overlooked(PEOPLE.anna)]);
  forge.queue.mode.extraDelayMs = 3_600_000;
  await untilTakenUp();
  const anna = personOf(forge, PEOPLE.anna);
  expect((await anna.log('2026-03-01')).error?.code).toBe('CONFLICT');
  const hers = () => stored(forge).entries.filter(({ accountId }) => accountId === PEOPLE.anna);
  expect(hers()).toEqual([]);
  forge.queue.mode.extraDelayMs = 0;
  await forge.clock.advance(3 * DAY_MS);
  expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
  expect((await anna.log('2026-03-01')).error).toBeUndefined();
  expect(hers().map(({ startedOn }) => startedOn)).toEqual(['2026-03-01']);
});

test('two erasures that a pass meets while queries still list both in one group are left alone, and the pass ends', async () => {
  await personOf(forge, PEOPLE.chloe).log('2026-02-27');
  await eraseAnna();
  forge.storage.settings.queryLagMs = 20_000;
  await personOf(forge, PEOPLE.ben).user('eraseMyData', { receiptHash: HASH });
  await personOf(forge, PEOPLE.chloe).user('eraseMyData', { receiptHash: HASH });
  await forge.schedule.run('daily');
  await forge.clock.advance(10_000);
  expect(jobs().map(({ state }) => state)).toContain('confirmed');
  expect(storedRows(forge, 'scan')).toMatchObject([{ value: { leftovers: 0 } }]);
  await forge.clock.advance(2 * DAY_MS);
  expect(jobs().map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  await expect(told()).resolves.toEqual([]);
  expect(forge.invocations.list().filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
});

test('rows that no data set declares are counted, in whatever place they lie, and belong to nobody', async () => {
  await eraseAnna();
  await forge.storage.load(forge.installations.get().storageId, [
    { store: 'plain', key: 'left-over', value: { accountId: PEOPLE.anna } },
    ...[1, 2].map((n) => ({
      store: 'entity' as const,
      entityName: 'app-state',
      key: `left-over#${n}`,
      value: { kind: 'left-over', id: String(n), fields: { accountId: PEOPLE.anna } },
    })),
  ]);
  await forge.clock.advance(2 * DAY_MS);
  expect(storedRows(forge, 'scan')).toMatchObject([{ value: { leftovers: 0, undeclared: 3 } }]);
  expect(jobs().map(({ state }) => state)).toEqual(['confirmed']);
});

test('a day without anything to confirm costs no scan', async () => {
  await forge.clock.advance(2 * DAY_MS);
  expect(storedRows(forge, 'scan')).toEqual([]);
});
