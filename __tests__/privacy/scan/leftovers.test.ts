import { engine } from '../../../src/app';
import { DATA_MAP } from '../../../src/data-map';
import { emptyCohort } from '../../../src/privacy/cohorts';
import { markerKeyOf } from '../../../src/privacy/person/marker';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import { ERASURE_JOB, type ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { MARKER, type Marker } from '../../../src/privacy/data-sets/marker';
import { PERSON, type Person } from '../../../src/privacy/data-sets/registration';
import { SCAN, SCAN_KEY, type Scan } from '../../../src/privacy/data-sets/scan';
import type { Engine } from '../../../src/privacy/engine';
import { runScan } from '../../../src/privacy/scan/scan';
import type { DataSet } from '../../../src/storage/data-set';
import { openStore } from '../../../src/storage/store';
import { TIME_ENTRY, type TimeEntry } from '../../../src/timesheet/time-entry';
import { erasureJob } from '../../setup/erasure-job';
import { recordOf } from '../../setup/generated-record';
import { openInside, type Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { plant } from '../../setup/plant';

const { ben, chloe } = PEOPLE;
const PASS = '2026-03-02T08:00:00.000Z';
const ID = '11111111222243338444555555555555';
const KEY = `${chloe}#${ID}`;
const ENTRY: TimeEntry = {
  accountId: chloe,
  issueId: '20001',
  startedOn: '2026-02-01',
  seconds: 3600,
  createdAt: '2026-02-01T10:00:00.000Z',
  position: `2026-02-01#${ID}`,
};
const LIVE: Person = {
  accountId: chloe,
  epoch: 'a-random-epoch-of-chloe',
  token: 'a-random-token-of-chloe',
  registeredAt: PASS,
};

/** A choice of somebody's that lies beside the settings, not in an entity, and names them in its key alone. */
const START_PAGE: DataSet<{ issueId: string }> = {
  ...PERSON,
  name: 'start-page',
  place: 'plain',
  key: [
    ['row', { kind: 'one-of', values: ['start-page'] }],
    ['accountId', { kind: 'account-id' }],
  ],
  fields: {
    issueId: { value: { kind: 'jira-id' }, category: 'pd:WorkHistory', what: 'data.work-item' },
  },
};

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const begun: Scan = {
  version: 1,
  startedAt: PASS,
  movedAt: PASS,
  dataSet: TIME_ENTRY.name,
  rows: 0,
  leftovers: 0,
  undeclared: 0,
};

/** A whole pass; gives what it says at its end. */
const pass = (by: Engine = engine): Promise<Scan | undefined> =>
  inside.run(async () => {
    await plant(engine.store, SCAN, SCAN_KEY, begun);
    await runScan(by, { job: 'scan', pass: PASS, step: 1 });
    return engine.store.get(SCAN, SCAN_KEY);
  });

/** So many entries of Chloe's. */
async function plantEntries(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const { key, value } = recordOf(TIME_ENTRY, chloe, n);
    await plant<object>(engine.store, TIME_ENTRY, key, value);
  }
}

const erasures = (): ErasureJob[] =>
  storedRows(inside.forge, ERASURE_JOB.name).map(({ value }) => value as ErasureJob);

test('a record of nobody who is registered is a leftover', async () => {
  await inside.run(() => plant(engine.store, TIME_ENTRY, KEY, ENTRY));
  await expect(pass()).resolves.toMatchObject({ leftovers: 1, finishedAt: expect.any(String) as string });
  // The look that should have found it is spent.
  expect(erasures()).toMatchObject([{ subject: chloe, state: 'deleting', tries: 1 }]);
});

test('a group that names two people who are not registered has two, and both are erased', async () => {
  const members = [ben, chloe].map((accountId) => ({ accountId, updatedAt: PASS }));
  await inside.run(() => plant(engine.store, COHORT, '1', { ...emptyCohort(), size: 2, members }));
  await expect(pass()).resolves.toMatchObject({ leftovers: 2, finishedAt: expect.any(String) as string });
  expect(erasures().map(({ subject }) => subject)).toEqual(expect.arrayContaining([ben, chloe]));
});

test('what an erasure under way has not come to is none, however many records that is', async () => {
  await inside.run(async () => {
    await startErasureOf(chloe);
    await plantEntries(2);
  });
  await expect(pass()).resolves.toMatchObject({ leftovers: 0, finishedAt: expect.any(String) as string });
  expect(erasures()).toHaveLength(1);
});

/** The job and the marker of an erasure that has not come to its end. */
async function startErasureOf(accountId: string): Promise<void> {
  const job = 'an-erasure-under-way';
  const marker: Marker = {
    erasedAt: PASS,
    kind: 'erased',
    endsAt: '2026-04-01T08:00:00.000Z',
    job,
    returns: 0,
  };
  await plant(engine.store, ERASURE_JOB, job, erasureJob({ subject: accountId }));
  await plant(engine.store, MARKER, await markerKeyOf(engine, accountId), marker);
}

test('several records of one person are as many, though their erasure is taken up with the first', async () => {
  await inside.run(async () => {
    await plantEntries(250);
  });
  await expect(pass()).resolves.toMatchObject({ leftovers: 250 });
  expect(erasures()).toHaveLength(1);
});

test('nobody’s live row is read twice by one function, and none for the list of live rows itself', async () => {
  await inside.run(async () => {
    await plant(engine.store, PERSON, chloe, LIVE);
    await plantEntries(250);
  });
  let looks = 0;
  const getAll: Engine['store']['getAll'] = (refs) => {
    looks += refs.filter(({ dataSet }) => dataSet.name === PERSON.name).length;
    return engine.store.getAll(refs);
  };
  await expect(pass({ ...engine, store: { ...engine.store, getAll } })).resolves.toMatchObject({
    leftovers: 0,
  });
  expect(looks).toBe(1);
});

test('a record that is gone and that only a late query still lists is none, and nobody is erased for it', async () => {
  await inside.run(() => plant(engine.store, TIME_ENTRY, KEY, ENTRY));
  inside.forge.storage.settings.queryLagMs = 3_600_000;
  await inside.run(() => engine.store.deleteAsRead([{ dataSet: TIME_ENTRY, key: KEY, row: ENTRY }]));
  const listed = inside.forge.storage.dumpIndexes(inside.forge.installations.get().storageId);
  expect(listed.map(({ key }) => key)).toContain(KEY);
  await expect(pass()).resolves.toMatchObject({ leftovers: 0, finishedAt: expect.any(String) as string });
  expect(erasures()).toEqual([]);
  expect(storedRows(inside.forge, 'marker')).toEqual([]);
});

test('a group that a late query lists with somebody who has left it since is none', async () => {
  const group = emptyCohort();
  const member = { accountId: chloe, updatedAt: PASS };
  await inside.run(() => plant(engine.store, COHORT, '1', { ...group, size: 1, members: [member] }));
  inside.forge.storage.settings.queryLagMs = 3_600_000;
  await inside.run(() => plant(engine.store, COHORT, '1', group));
  await expect(pass()).resolves.toMatchObject({ leftovers: 0 });
  expect(erasures()).toEqual([]);
});

test('a record of somebody who registers while the pass looks at it is none', async () => {
  await inside.run(() => plant(engine.store, TIME_ENTRY, KEY, ENTRY));
  let looks = 0;
  const getAll: Engine['store']['getAll'] = async (refs) => {
    const rows = await engine.store.getAll(refs);
    const looksForHer = refs.some(({ dataSet, key }) => dataSet.name === PERSON.name && key === chloe);
    if (looksForHer && (looks += 1) === 1) await plant(engine.store, PERSON, chloe, LIVE);
    return rows;
  };
  const meeting = { ...engine, store: { ...engine.store, getAll } };
  await expect(pass(meeting)).resolves.toMatchObject({ leftovers: 0 });
  expect(looks).toBeGreaterThan(1);
  expect(erasures()).toEqual([]);
});

test('a row that lies in no entity is looked at as well, where its data set is about people', async () => {
  const key = `start-page#${chloe}`;
  const store = openStore([...DATA_MAP, START_PAGE]);
  await inside.run(() => plant(store, START_PAGE, key, { issueId: '20001' }));
  await expect(pass({ ...engine, store })).resolves.toMatchObject({ leftovers: 1, undeclared: 0 });
  expect(erasures()).toMatchObject([{ subject: chloe, expected: { 'start-page': 1 } }]);
});
