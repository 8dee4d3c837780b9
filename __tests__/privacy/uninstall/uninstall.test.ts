import { engine } from '../../../src/app';
import { DATA_MAP } from '../../../src/data-map';
import { PEPPER } from '../../../src/privacy/data-sets/settings';
import { stepsOf } from '../../../src/privacy/uninstall/wipe';
import type { LocalForge } from '../../../local/forge';
import type { StoredRow } from '../../../local/storage';
import { loadPeople } from '../../setup/loaded-person';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { livedInForge } from './lived-in';

const ORDER = stepsOf(DATA_MAP).map((step) => ('entity' in step ? step.entity : 'plain'));

let open: LocalForge | undefined;
afterEach(async () => {
  jest.restoreAllMocks();
  await open?.close();
});

async function uninstalled(forge: LocalForge): Promise<StoredRow[]> {
  open = forge;
  const { storageId } = forge.installations.get();
  await forge.installations.uninstall();
  return forge.storage.dump(storageId);
}

const STAYS = 'installation#installation';
/** What is left of a store that was emptied to the end: that it is closed. */
const CLOSED = [
  expect.objectContaining({
    key: STAYS,
    value: expect.objectContaining({ kind: 'installation', state: 'leaving' }),
  }),
];

const stepOf = ({ entityName, store }: StoredRow): string => entityName ?? store;

test('an uninstall leaves nothing but the row that says so', async () => {
  const forge = await livedInForge();
  const before = forge.storage.dump(forge.installations.get().storageId).map(stepOf);
  expect(before).toEqual(
    expect.arrayContaining(['time-entry', 'person', 'cohort', 'marker', 'receipt', 'secret', 'app-state']),
  );
  expect(await uninstalled(forge)).toEqual(CLOSED);
  expect(forge.unmodelled).toEqual([]);
});

test('also where the app was never used', async () => {
  expect(await uninstalled(await openTestForge())).toEqual(CLOSED);
});

test('nor does it leave rows that no data set declares', async () => {
  const forge = await livedInForge();
  await forge.storage.load(forge.installations.get().storageId, [
    { store: 'plain', key: 'left-by-an-old-version', value: { name: 'somebody' } },
    {
      store: 'entity',
      entityName: 'app-state',
      key: 'left-over#1',
      value: { kind: 'left-over', id: '1', fields: { name: 'somebody' } },
    },
  ]);
  expect(await uninstalled(forge)).toEqual(CLOSED);
});

test('what a transaction does not delete is tried by itself, and a row that stays keeps no other', async () => {
  jest.spyOn(engine, 'pause').mockResolvedValue();
  const forge = await openTestForge();
  await loadPeople(forge, [{ accountId: PEOPLE.anna, entries: 120 }]);
  const { storageId } = forge.installations.get();
  const kept = forge.storage.dump(storageId).find(({ entityName }) => entityName === 'time-entry');
  forge.faults.add({
    functionKey: 'pre-uninstall',
    path: '/api/v1/transaction',
    matches: ({ body }) => deletedIn(body).length > 1 || deletedIn(body).includes(kept?.key),
    outcome: { kind: 'answer', status: 400, body: { code: 'BAD_REQUEST', message: 'no' } },
  });
  const left = (await uninstalled(forge)).map(({ key }) => key);
  // The secret that digests rest on goes last, and only from an empty store.
  expect(left.sort()).toEqual([kept?.key, STAYS, 'pepper'].sort());
});

function deletedIn(body: string): unknown[] {
  const { delete: deleted = [] } = JSON.parse(body) as { delete?: Array<{ key: string }> };
  return deleted.map(({ key }) => key);
}

test.each([22, 45, 78, 95])(
  'with time for about %i calls only, the most sensitive go first',
  async (calls) => {
    const forge = await openTestForge();
    await loadPeople(forge, [
      { accountId: PEOPLE.anna, entries: 900 },
      { accountId: PEOPLE.ben, entries: 400 },
    ]);
    const before = countsIn(forge.storage.dump(forge.installations.get().storageId));
    forge.faults.add({ functionKey: 'pre-uninstall', outcome: { kind: 'slow', ms: 55_000 / calls } });
    const after = countsIn(await uninstalled(forge));
    const lost = ORDER.filter((name) => (after[name] ?? 0) < (before[name] ?? 0));
    const touched = ORDER.indexOf(lost.at(-1) ?? '');
    expect(lost).toContain('time-entry');
    expect(ORDER.slice(0, touched).filter((name) => (after[name] ?? 0) > 0)).toEqual([]);
    expect(after['secret']).toBe(before['secret']);
    expect(after['app-state']).toBeGreaterThanOrEqual(1);
  },
);

function countsIn(rows: readonly StoredRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[stepOf(row)] = (counts[stepOf(row)] ?? 0) + 1;
  return counts;
}

test('records about people go before registrations, these before groups, pseudonyms and the rest', () => {
  expect(ORDER.slice(0, 2).sort()).not.toContain('person');
  const inOrder = ['time-entry', 'person', 'standing', 'cohort', 'erasure', 'marker', 'app-state'];
  expect(ORDER.filter((name) => inOrder.includes(name))).toEqual(inOrder);
  expect(ORDER).toContain('plain');
  expect(new Set(ORDER).size).toBe(ORDER.length);
  const everywhere = DATA_MAP.filter(({ place }) => place === 'entity').map(({ name }) => name);
  expect([...ORDER].sort()).toEqual([...everywhere, 'app-state', 'plain'].sort());
});

test('the secrets of the map are such as can be found again', () => {
  const secrets = DATA_MAP.filter(({ place }) => place === 'secret');
  expect(secrets).toContain(PEPPER);
  expect(
    secrets.filter(({ key }) => key.some(([, kind]) => kind.kind !== 'one-of')).map(({ name }) => name),
  ).toEqual([]);
});
