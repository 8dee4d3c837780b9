import type { LocalForge } from '../../../local/forge';
import { DATA_MAP } from '../../../src/data-map';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { PERSON } from '../../../src/privacy/data-sets/registration';
import { lookFor } from '../../../src/privacy/erasure/verification';
import type { DataSet } from '../../../src/storage/data-set';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { recordOf } from '../../setup/generated-record';
import { rawRow } from '../../setup/rows-of';
import { openMemoryStore } from '../../setup/memory-store';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { openMemoryScene } from '../reporting/memory-scene';
import { plant } from '../../setup/plant';

const { anna, ben } = PEOPLE;
const HASH = 'd'.repeat(64);

describe('While an erasure waits for late queries,', () => {
  let forge: LocalForge;
  beforeEach(async () => {
    forge = await openTestForge();
    await personOf(forge, anna).log('2026-02-27');
    await personOf(forge, ben).log('2026-02-27');
  });
  afterEach(() => forge.close());

  const job = (): ErasureJob | undefined =>
    stored(forge).rows.find(({ entityName }) => entityName === 'erasure')?.value as ErasureJob | undefined;

  /** Until everything was deleted, and only looking again is left. */
  async function untilItWaits(): Promise<void> {
    await personOf(forge, anna).user('eraseMyData', { receiptHash: HASH });
    await forge.clock.advance(10_000);
    expect(job()).toMatchObject({ state: 'verifying', tries: 0 });
    expect(namedIn(anna)).toEqual(['erasure']);
  }

  const namedIn = (accountId: string): string[] =>
    stored(forge).rows.flatMap((row) =>
      JSON.stringify([row.key, row.value]).includes(accountId) ? [row.entityName ?? row.store] : [],
    );

  /** Writes past the app: as a fault in the deletion would leave it. */
  async function plant(set: DataSet): Promise<void> {
    const { key, value } = set.name === COHORT.name ? groupWithAnna() : recordOf(set, anna, 0);
    const row = rawRow(set, key, value);
    await forge.storage.load(forge.installations.get().storageId, [row]);
    expect(namedIn(anna)).toContain(set.name);
  }

  function groupWithAnna(): { key: string; value: object } {
    const { key = '', ...value } = stored(forge).cohorts[0] ?? { members: [] };
    const members = [...value.members, { accountId: anna, updatedAt: '2026-02-01T10:00:00.000Z' }];
    return { key, value: { ...value, size: members.length, members } };
  }

  const planted = DATA_MAP.filter(({ found, name }) => found && name !== PERSON.name);

  test.each(planted.map((set) => [set.name, set] as const))(
    'a row of %s that turns up is found and erased',
    async (_, set) => {
      await untilItWaits();
      await plant(set);
      await forge.clock.advance(10 * 60_000);
      expect(job()).toMatchObject({ state: 'done', tries: 1 });
      expect(storeMentions(forge, anna)).toBe(false);
      expect(contradictions(forge)).toEqual([]);
      expect(storeMentions(forge, ben)).toBe(true);
    },
  );

  test('a registration that turns up is found as well: then it is not done, and is shown as stuck', async () => {
    await untilItWaits();
    await plant(PERSON);
    await forge.clock.advance(10 * 60_000);
    expect(job()).toMatchObject({ state: 'stuck', problem: 'unexpected', subject: anna });
  });

  test('an index that still lists what is gone keeps it from being done, until it does not', async () => {
    forge.storage.settings.queryLagMs = 20 * 60_000;
    await untilItWaits();
    await forge.clock.advance(10 * 60_000);
    expect(job()).toMatchObject({ state: 'verifying', erased: { 'time-entry': 1 } });
    await forge.clock.advance(2 * 3_600_000);
    expect(job()).toMatchObject({ state: 'done' });
  });
});

/** A kind of note that is listed by the day on which it was filed, where it was, and by its number. */
const NOTE: DataSet = {
  ...TIME_ENTRY,
  name: 'note',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['number', { kind: 'integer-text' }],
  ],
  fields: {
    accountId: TIME_ENTRY.fields.accountId,
    number: { value: { kind: 'integer-text' }, category: 'pd:WorkHistory', what: 'Its number' },
    filedOn: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'When it was filed',
    },
  },
  indexes: [
    { name: 'by-filing', partition: ['accountId'], range: 'filedOn' },
    { name: 'by-person', partition: ['accountId'], range: 'number' },
  ],
};

test('a record that only one of several indexes of a person lists is found', async () => {
  const { engine } = openMemoryScene();
  const store = openMemoryStore({
    map: [NOTE],
    now: () => engine.now().getTime(),
    lagMs: 0,
    fate: () => 'works',
    die: () => new Promise(() => undefined),
  });
  await plant(store, NOTE, `${anna}#1`, { accountId: anna, number: '1' });
  await expect(lookFor({ ...engine, store }, anna, undefined)).resolves.toEqual({ left: 1, stale: 0 });
});
