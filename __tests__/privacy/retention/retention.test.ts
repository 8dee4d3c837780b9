import type { LocalForge } from '../../../local/forge';
import { engine } from '../../../src/app';
import { ERASURE_JOB } from '../../../src/privacy/data-sets/erasure-job';
import { MARKER, type Marker } from '../../../src/privacy/data-sets/marker';
import { REQUEST } from '../../../src/privacy/data-sets/request';
import { TAKEN_REQUEST } from '../../../src/privacy/data-sets/webhook-request';
import type { Engine, JobMessage } from '../../../src/privacy/engine';
import { previewRetention } from '../../../src/privacy/retention/preview';
import { runRetention } from '../../../src/privacy/retention/retention';
import type { DataSet } from '../../../src/storage/data-set';
import { deleteEntries } from '../../../src/timesheet/delete-entries';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { personOf } from '../../behaviour/person';
import { contradictions } from '../../properties/stored';
import { erasureJob } from '../../setup/erasure-job';
import { recordOf } from '../../setup/generated-record';
import type { Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { heldBefore, openBeside } from '../erasure/meeting';
import { plant } from '../../setup/plant';

const { anna } = PEOPLE;
const DAY_MS = 86_400_000;
const ID = '11111111-2222-4333-8444-555555555555';

let inside: Inside;
let forge: LocalForge;
beforeEach(async () => {
  inside = await openBeside();
  forge = inside.forge;
});
afterEach(async () => {
  expect(contradictions(forge)).toEqual([]);
  await forge.close();
});

/** The engine of a run during which, once it has listed a data set, something else happens. */
function afterListing(set: DataSet, meanwhile: () => Promise<unknown>): Engine {
  let left = 1;
  const query: Engine['store']['query'] = async (dataSet, asked) => {
    const rows = await engine.store.query(dataSet, asked);
    if (dataSet.name === set.name && rows.length > 0 && (left -= 1) === 0) await meanwhile();
    return rows;
  };
  return { ...engine, store: { ...engine.store, query } };
}

const annaDoes = () => personOf(forge, anna);
const later = (days: number): Promise<void> => forge.clock.advance(days * DAY_MS, { deliver: false });
const instant = (days: number): string => new Date(forge.clock.now() + days * DAY_MS).toISOString();
const rowsOf = (set: DataSet): object[] => storedRows(forge, set.name).map(({ value }) => value as object);
const load = (set: DataSet, key: string, value: object): Promise<void> =>
  forge.storage.load(forge.installations.get().storageId, [
    { store: 'entity', entityName: set.name, key, value },
  ]);

/** Anna's access request of three years ago, which she took back then. */
async function oldRequest(): Promise<void> {
  await annaDoes().log('2026-03-01');
  const { id } = await annaDoes().user('openRequest', { type: 'access' });
  await annaDoes().user('withdrawRequest', { type: 'access', id });
  await later(1095);
  expect((await annaDoes().log('2026-03-02')).error).toBeUndefined();
}
const freshRequest = async (): Promise<void> => {
  expect(await annaDoes().user('openRequest', { type: 'access' })).toMatchObject({ status: 'open' });
};

const sameForm = (startedOn: string) =>
  annaDoes().user('logTime', { requestId: ID, startedOn, duration: '1h' });
/** An entry of three years ago. */
async function oldEntry(): Promise<void> {
  await sameForm('2025-12-31');
  await later(1095);
}
/** Its owner deletes it and sends the same form again, for another year. */
async function freshEntry(): Promise<void> {
  const { entries } = await annaDoes().user('listEntries');
  await annaDoes().user('deleteEntries', { ids: entries.map(({ id }) => id) });
  expect((await sameForm('2026-03-02')).error).toBeUndefined();
}

describe.each([
  ['request', REQUEST, oldRequest, freshRequest, { status: 'open' }],
  ['entry', TIME_ENTRY, oldEntry, freshEntry, { startedOn: '2026-03-02' }],
] as const)('An expired %s that was replaced', (_, set, makeOld, makeFresh, fresh) => {
  beforeEach(makeOld);

  test('stays where the index is late', async () => {
    forge.storage.settings.queryLagMs = DAY_MS;
    await makeFresh();
    await inside.run(() => runRetention(engine));
    expect(rowsOf(set)).toMatchObject([fresh]);
    await expect(expiredIn(set)).resolves.toBe(0);
  });

  test('stays where that was between the listing and the deletion', async () => {
    await inside.run(() => runRetention(afterListing(set, makeFresh)));
    expect(rowsOf(set)).toMatchObject([fresh]);
  });

  test('stays where that was at the very moment of the deletion', async () => {
    await inside.run(() => runRetention(heldBefore('transaction', makeFresh)));
    expect(rowsOf(set)).toMatchObject([fresh]);
  });
});

/** How many records of a data set the preview says would be deleted. */
const expiredIn = async ({ name }: DataSet): Promise<number | undefined> =>
  (await inside.run(() => previewRetention(engine))).dataSets.find(({ dataSet }) => dataSet === name)
    ?.records;

/** Rows about nobody by name, with a fixed period: one whose period is over, and what it has become since. */
const FIXED: ReadonlyArray<readonly [DataSet, before: () => object, after: () => object]> = [
  [MARKER, () => marker(-1), () => marker(30)],
  [
    ERASURE_JOB,
    () => erasureJob({ state: 'done', doneAt: instant(-366), updatedAt: instant(-366) }),
    () => erasureJob({ state: 'deleting', version: 2, updatedAt: instant(-366), subject: anna }),
  ],
  [TAKEN_REQUEST, () => taken(-1), () => taken(30)],
];
const marker = (endsIn: number): Marker => ({
  erasedAt: instant(endsIn - 30),
  kind: 'erased',
  endsAt: instant(endsIn),
  job: 'an-erasure-that-is-gone',
  returns: 0,
});
const taken = (endsIn: number): object => ({
  version: 1,
  claim: ID,
  begunAt: instant(endsIn - 30),
  endsAt: instant(endsIn),
  accepted: true,
});

describe.each(FIXED.map((row) => [row[0].name, ...row] as const))(
  'A row of %s whose time was over when it was listed',
  (_, set, before, after) => {
    const { key } = recordOf(set, anna, 0);

    test('goes where nothing else was written since', async () => {
      await load(set, key, before());
      await expect(expiredIn(set)).resolves.toBe(1);
      await inside.run(() => runRetention(engine));
      expect(rowsOf(set)).toEqual([]);
    });

    test('stays where it was written anew, and the index does not say so yet', async () => {
      await inside.run(() => plant(engine.store, set, key, before()));
      forge.storage.settings.queryLagMs = DAY_MS;
      const anew = after();
      await inside.run(() => plant(engine.store, set, key, anew));
      await expect(expiredIn(set)).resolves.toBe(0);
      await inside.run(() => runRetention(engine));
      expect(rowsOf(set)).toEqual([anew]);
    });

    test('stays where it was written anew between the listing and the deletion', async () => {
      await load(set, key, before());
      const anew = after();
      const meeting = afterListing(set, () => plant(engine.store, set, key, anew));
      await inside.run(() => runRetention(meeting));
      expect(rowsOf(set)).toEqual([anew]);
    });
  },
);

test('An entry that was made anew while its owner deletes the one before stays, with its totals', async () => {
  await sameForm('2025-12-31');
  const ids = (await annaDoes().user('listEntries')).entries.map(({ id }) => id);
  const deleting = heldBefore('transaction', freshEntry);
  const deleted = await inside.run(() => deleteEntries(deleting, { accountId: anna, ids }));
  expect(deleted).toEqual({ deleted: 0, remaining: 1 });
  expect(rowsOf(TIME_ENTRY)).toMatchObject([{ startedOn: '2026-03-02' }]);
});

test('What is too much for one run goes on in a further one', async () => {
  const lines = Array.from({ length: 2600 }, (_, n) => {
    const position = `2025-01-01T00:00:00.000Z#an-old-line-${String(n).padStart(6, '0')}`;
    return { key: position, value: { event: 'erasure-done', role: 'system', position } };
  });
  await forge.storage.load(
    forge.installations.get().storageId,
    lines.map((line) => ({ store: 'entity', entityName: 'audit', ...line })),
  );
  const pushed: string[] = [];
  const queue = { push: async ({ job }: JobMessage) => void pushed.push(job) };
  await inside.run(() => runRetention({ ...engine, queue }));
  expect(storedRows(forge, 'audit').length).toBeGreaterThan(0);
  expect(pushed).toEqual(['retention']);
  await inside.run(() => runRetention({ ...engine, queue }));
  expect(storedRows(forge, 'audit')).toEqual([]);
  expect(pushed).toEqual(['retention']);
});
