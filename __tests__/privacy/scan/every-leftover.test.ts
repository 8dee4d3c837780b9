import type { LocalForge } from '../../../local/forge';
import { DATA_MAP } from '../../../src/data-map';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { PERSON, STANDING } from '../../../src/privacy/data-sets/registration';
import type { DataSet } from '../../../src/storage/data-set';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { recordOf } from '../../setup/generated-record';
import { rawRow } from '../../setup/rows-of';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

const { anna, ben, chloe } = PEOPLE;
const HASH = 'd'.repeat(64);
const DAY_MS = 86_400_000;
const REOPENED = '"event":"erasure-reopened"';
/** A live row is no leftover: whoever has one is there. */
const LEFT = DATA_MAP.filter(({ found, name }) => found && name !== PERSON.name);
/** A standing row without a marker is of somebody whose live row was lost: they are there. */
const LEFT_BY_NOBODY = LEFT.filter(({ name }) => name !== STANDING.name);

let forge: LocalForge;
beforeEach(async () => {
  forge = await openTestForge();
  await personOf(forge, ben).log('2026-02-27');
});
afterEach(() => forge.close());

async function erase(accountId: string): Promise<void> {
  await personOf(forge, accountId).log('2026-02-27');
  await personOf(forge, accountId).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(10 * 60_000);
}

const jobs = (): ErasureJob[] =>
  stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [value as ErasureJob] : [],
  );

/** Writes past the app a row of Anna's that no erasure deleted. */
async function plant(set: DataSet): Promise<void> {
  const { key, value } = set.name === COHORT.name ? groupWithAnna() : recordOf(set, anna, 0);
  const row = rawRow(set, key, value);
  await forge.storage.load(forge.installations.get().storageId, [row]);
}

function groupWithAnna(): { key: string; value: object } {
  const { key = '', ...value } = stored(forge).cohorts[0] ?? { members: [] };
  const members = [...value.members, { accountId: anna, updatedAt: '2026-02-01T10:00:00.000Z' }];
  return { key, value: { ...value, size: members.length, members } };
}

async function expectErasedAndEnded(set: DataSet): Promise<void> {
  await forge.clock.advance(2 * DAY_MS);
  expect(storeMentions(forge, anna)).toBe(false);
  expect(jobs().map(({ state }) => state)).toEqual(jobs().map(() => 'confirmed'));
  expect(
    jobs().filter(({ erased, expected }) => (erased[set.name] ?? 0) < (expected[set.name] ?? 0)),
  ).toEqual([]);
  expect(contradictions(forge)).toEqual([]);
  expect(storeMentions(forge, ben)).toBe(true);
  const told = forge.invocations.list().flatMap(({ logs }) => logs.filter((line) => line.includes(REOPENED)));
  expect(told).toEqual([expect.stringContaining(`"dataSet":"${set.name}"`)]);
}

const named = (sets: readonly DataSet[]) => sets.map((set) => [set.name, set] as const);

describe('A row that was left over', () => {
  test.each(named(LEFT))('of %s is erased by the erasure that left it, which ends again', async (_, set) => {
    await erase(anna);
    await plant(set);
    await expectErasedAndEnded(set);
    expect(jobs()).toHaveLength(1);
  });

  test.each(named(LEFT_BY_NOBODY))(
    'of %s is erased by an erasure of its own where no marker tells of one, and that ends',
    async (_, set) => {
      await erase(chloe);
      await plant(set);
      await expectErasedAndEnded(set);
      expect(jobs()).toHaveLength(2);
    },
  );

  test.each([anna, PEOPLE.noData])(
    'that is the record of an erasure which has ended, and names %s, is taken up itself, and ends',
    async (accountId) => {
      await erase(anna);
      await forge.clock.advance(2 * DAY_MS);
      const value = { ...(jobs()[0] as ErasureJob), state: 'done', subject: accountId };
      await forge.storage.load(forge.installations.get().storageId, [
        { store: 'entity', entityName: 'erasure', key: 'a'.repeat(64), value },
      ]);
      await forge.clock.advance(4 * DAY_MS);
      expect(storeMentions(forge, accountId)).toBe(false);
      expect(jobs().map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
      expect(stored(forge).rows.filter(({ entityName }) => entityName === 'receipt')).toHaveLength(2);
    },
  );

  it('and that the index of its person never lists is deleted where the scan finds it, and the erasure ends', async () => {
    for (const day of ['2026-02-23', '2026-02-24', '2026-02-25']) await personOf(forge, anna).log(day);
    forge.faults.add({
      path: '/api/v1/entity/query',
      matches: ({ body }) => body.includes('"by-person') && body.includes(anna),
      outcome: { kind: 'answer', status: 200, body: { data: [] } },
    });
    await erase(anna);
    await forge.clock.advance(14 * DAY_MS);
    expect(storeMentions(forge, anna)).toBe(false);
    expect(jobs()).toMatchObject([{ state: 'confirmed', erased: { 'time-entry': 4, 'day-totals': 1 } }]);
    expect(contradictions(forge)).toEqual([]);
  });
});
