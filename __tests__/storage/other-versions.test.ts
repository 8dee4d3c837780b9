import { DATA_MAP } from '../../src/data-map';
import { COHORT, type Cohort } from '../../src/privacy/data-sets/cohort';
import { STANDING, type Standing } from '../../src/privacy/data-sets/registration';
import { TAKEN_REQUEST, type TakenRequest } from '../../src/privacy/data-sets/webhook-request';
import type { DataSet } from '../../src/storage/data-set';
import { openStore, type Store } from '../../src/storage/store';
import { recordOf } from '../setup/generated-record';
import { openInside, type Inside } from '../setup/inside';
import { plant } from '../setup/plant';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';

const store = openStore(DATA_MAP);
const { anna, ben } = PEOPLE;
const TEXT = 'S3CRET text of somebody';
const KEY = `standing#${anna}`;
const DECLARED = recordOf(STANDING, anna, 1).value as unknown as Standing;
const MEMBER = { accountId: anna, updatedAt: '2026-03-02T09:00:00.000Z' };

let inside: Inside;
beforeEach(async () => {
  inside = await openInside({ storage: { unknownAttributes: 'kept' } });
});
afterEach(() => inside.forge.close());

const load = (set: DataSet, key: string, value: object): Promise<void> =>
  inside.forge.storage.load(inside.forge.installations.get().storageId, [
    { store: 'entity', entityName: set.name, key, value },
  ]);

/** Loads a row, reads it, and writes what is made of it. */
async function rewrite<Row extends object>(
  set: DataSet<Row>,
  { key, value }: { key: string; value: object },
  change: (read: Row) => Row,
  to = key,
): Promise<unknown> {
  await load(set, key, value);
  await inside.run(async () => plant(store, set, to, change((await store.get(set, key)) as Row)));
  return storedRows(inside.forge, set.name).find((row) => row.key === to)?.value;
}

const REFUSED = { name: 'UndeclaredError' };

describe('A field that only another version declares', () => {
  const WAYS: Array<[string, (by: Store) => Promise<unknown>]> = [
    ['get', (by) => by.get(STANDING, KEY)],
    ['getAll', async (by) => (await by.getAll([{ dataSet: STANDING, key: KEY }]))[0]],
    ['present', async (by) => (await by.present([{ dataSet: STANDING, key: KEY }]))[0]?.row],
    ['query', async (by) => (await by.query(STANDING, { index: 'by-key' }))[0]?.row],
    ['putIfAbsent', (by) => by.putIfAbsent(STANDING, KEY, DECLARED)],
  ];

  test.each(WAYS)('is not read by %s', async (_, way) => {
    await load(STANDING, KEY, { ...DECLARED, later: TEXT });
    await expect(inside.run(() => way(store))).resolves.toEqual(DECLARED);
  });

  it('is not read of a record in a list', async () => {
    const cohort = recordOf(COHORT, anna, 1).value as unknown as Cohort;
    await load(COHORT, '7', { ...cohort, members: [{ ...MEMBER, later: TEXT }] });
    await expect(inside.run(() => store.get(COHORT, '7'))).resolves.toEqual({ ...cohort, members: [MEMBER] });
  });
});

describe('A value that only another version declares', () => {
  const restricted = { key: KEY, value: { ...DECLARED, restrictedBy: TEXT } };

  it('is written as it was read, and not otherwise', async () => {
    const moved = await rewrite(STANDING, restricted, (read) => ({ ...read, version: 9 }));
    expect(moved).toEqual({ ...restricted.value, version: 9 });
    for (const other of [`${TEXT}!`, 7, null]) {
      const write = rewrite(STANDING, restricted, (read) => ({ ...read, restrictedBy: other as never }));
      await expect(write).rejects.toMatchObject({ ...REFUSED, field: 'restrictedBy' });
    }
    const elsewhere = rewrite(STANDING, restricted, (read) => ({ ...read, cohort: TEXT }));
    await expect(elsewhere).rejects.toMatchObject({ ...REFUSED, field: 'cohort' });
  });

  it('is not written by who did not read it', async () => {
    const copied = rewrite(STANDING, restricted, (read) => JSON.parse(JSON.stringify(read)) as Standing);
    await expect(copied).rejects.toMatchObject({ ...REFUSED, field: 'restrictedBy' });
    const afresh = inside.run(() => plant(store, STANDING, KEY, restricted.value as never));
    await expect(afresh).rejects.toMatchObject(REFUSED);
  });

  it('is not written under the key of somebody else', async () => {
    const theirs = (read: Standing): Standing => ({ ...read, accountId: ben });
    await expect(rewrite(STANDING, restricted, theirs)).rejects.toMatchObject({ field: 'accountId' });
    const key = `later#${anna}`;
    const kept = await rewrite(STANDING, { ...restricted, key }, (read) => ({ ...read, version: 9 }));
    expect(kept).toMatchObject({ version: 9 });
    const moved = rewrite(STANDING, { ...restricted, key }, (read) => read, 'other#key');
    await expect(moved).rejects.toMatchObject({ field: '(key)' });
  });

  it('stays a count under its name, which no other count may take', async () => {
    const counts = { 'time-entry': 1, [TEXT]: 2 };
    const row = { key: KEY, value: { ...DECLARED, counts } };
    const counted = (more: Record<string, number>) =>
      rewrite(STANDING, row, (read) => ({ ...read, counts: { ...read.counts, ...more } }));
    await expect(counted({ 'time-entry': 5 })).resolves.toMatchObject({
      counts: { 'time-entry': 5, [TEXT]: 2 },
    });
    for (const more of [{ [TEXT]: 3 }, { other: 2 }, { 'time-entry': -1 }]) {
      await expect(counted(more)).rejects.toMatchObject({ ...REFUSED, field: 'counts' });
    }
  });

  it('stays in a record of a list, and goes into no other', async () => {
    const { key, value } = recordOf(TAKEN_REQUEST, anna, 1);
    const [known = {}] = (value as unknown as TakenRequest).waiting ?? [];
    const later = { ...known, what: TEXT };
    const row = { key, value: { ...value, waiting: [later, known] } };
    const waiting = (items: object[]) =>
      rewrite(TAKEN_REQUEST, row, (read) => ({ ...read, waiting: items as never }));
    await expect(waiting([later])).resolves.toMatchObject({ waiting: [later] });
    const changed = { ...later, digest: 'f'.repeat(64) };
    for (const items of [[changed], [known, { ...known, note: TEXT }]]) {
      await expect(waiting(items)).rejects.toMatchObject({ ...REFUSED, field: 'waiting' });
    }
  });
});

test('a row of a version that did not have a field yet is written without it', async () => {
  const { changedAt, ...early } = DECLARED;
  expect(changedAt).toBeDefined();
  const row = { key: KEY, value: early };
  const write = await rewrite(STANDING, row, (read) => ({ ...read, version: 9 }));
  expect(write).toEqual({ ...early, version: 9 });
  const lost = rewrite(
    STANDING,
    row,
    ({ cohort, ...read }) => ({ ...read, cohort: undefined, was: cohort }) as never,
  );
  await expect(lost).rejects.toMatchObject(REFUSED);
});
