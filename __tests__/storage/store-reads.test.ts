import { DATA_MAP } from '../../src/data-map';
import { PERSON } from '../../src/privacy/data-sets/registration';
import { SETTINGS } from '../../src/privacy/data-sets/settings';
import type { IndexQuery } from '../../src/storage/layout';
import { openStore, type ReadRow } from '../../src/storage/store';
import { TIME_ENTRY } from '../../src/timesheet/time-entry';
import { openInside, type Inside } from '../setup/inside';
import { storedRows } from '../setup/use-forge';
import { ANNA, BEN, entryRefOf, entryRow, idOf, keyOf, loadedEntries } from './rows';
import { plant } from '../setup/plant';

const store = openStore(DATA_MAP);

let inside: Inside;
let installation: string;
beforeEach(async () => {
  inside = await openInside();
  installation = inside.forge.installations.get().storageId;
});
afterEach(() => inside.forge.close());

const load = (count: number, accountId = ANNA): Promise<void> =>
  inside.forge.storage.load(installation, loadedEntries(count, accountId));

describe('Reading by key', () => {
  it('gives undefined where there is nothing', async () => {
    await expect(inside.run(() => store.get(TIME_ENTRY, keyOf(1)))).resolves.toBeUndefined();
    await expect(inside.run(() => store.get(SETTINGS, 'settings'))).resolves.toBeUndefined();
  });

  it('gives records in the order of the references, 25 to an operation', async () => {
    await load(40);
    const wanted = [39, 99, 0, 17, ...Array.from({ length: 56 }, (_, n) => 200 - n)];
    const rows = await inside.run(() => store.getAll(wanted.map((n) => entryRefOf(n))));
    expect(rows).toEqual(wanted.map((n) => (n < 40 ? entryRow(n) : undefined)));
    expect(inside.forge.storage.usage(installation).calls).toEqual({ 'batch/get': 3 });
  });

  it('reads plain keys and entities together, and nothing without references', async () => {
    await load(1);
    await inside.run(() => store.put(SETTINGS, 'settings', { retentionDays: {} }));
    const refs = [{ dataSet: SETTINGS, key: 'settings' }, { dataSet: PERSON, key: ANNA }, entryRefOf(0)];
    await expect(inside.run(() => store.getAll(refs))).resolves.toEqual([
      { retentionDays: {} },
      undefined,
      entryRow(0),
    ]);
    await expect(inside.run(() => store.getAll([]))).resolves.toEqual([]);
  });

  it('is strict while queries still lie', async () => {
    inside.forge.storage.settings.queryLagMs = 60_000;
    await inside.run(() => plant(store, TIME_ENTRY, keyOf(0), entryRow(0)));
    await expect(inside.run(() => store.getAll([entryRefOf(0)]))).resolves.toEqual([entryRow(0)]);
    await expect(inside.run(() => query())).resolves.toEqual([]);
    await inside.forge.clock.advance(61_000);
    await expect(inside.run(() => query())).resolves.toHaveLength(1);
    await inside.run(() => store.deleteAsRead([{ ...entryRefOf(0), row: entryRow(0) }]));
    await expect(inside.run(() => store.get(TIME_ENTRY, keyOf(0)))).resolves.toBeUndefined();
    await expect(inside.run(() => query())).resolves.toHaveLength(1);
  });
});

const query = (more: Partial<IndexQuery> = {}) =>
  store.query(TIME_ENTRY, { index: 'by-person', partition: [ANNA], limit: 1000, ...more });

const ids = async (more: Partial<IndexQuery> = {}): Promise<string[]> =>
  (await inside.run(() => query(more))).map(({ row }) => row.position.slice(11));

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => idOf(from < to ? from + n : from - n));

describe('Asking an index', () => {
  const position = (n: number): string => entryRow(n).position;

  beforeEach(async () => {
    await load(250);
    await load(30, BEN);
  });

  it('follows the pages to the end, in order, of one person only', async () => {
    await expect(ids()).resolves.toEqual(numbered(0, 249));
    await expect(ids({ descending: true })).resolves.toEqual(numbered(249, 0));
    expect(inside.forge.storage.usage(installation).calls).toEqual({ 'entity/query': 6 });
  });

  test.each([1, 100, 101, 249, 250])('stops at %d rows', async (limit) => {
    await expect(ids({ limit })).resolves.toEqual(limit === 1 ? [idOf(0)] : numbered(0, limit - 1));
  });

  it('gives 100 rows when no limit is said', async () => {
    const rows = await inside.run(() => store.query(TIME_ENTRY, { index: 'by-person', partition: [ANNA] }));
    expect(rows).toHaveLength(100);
  });

  it('keeps to the range: both ends of between, neither of above and below', async () => {
    await expect(ids({ where: { between: [position(10), position(20)] } })).resolves.toEqual(
      numbered(10, 20),
    );
    await expect(ids({ where: { above: position(240) } })).resolves.toEqual(numbered(241, 249));
    await expect(ids({ where: { below: position(3) } })).resolves.toEqual(numbered(0, 2));
  });

  it('asks nothing where the ends of a range are the other way round', async () => {
    await expect(ids({ where: { between: [position(20), position(10)] } })).resolves.toEqual([]);
    expect(inside.forge.storage.usage(installation).calls).toEqual({});
  });

  it('comes to an end also where the last full page carries a cursor', async () => {
    inside.forge.storage.settings.cursorAtEnd = 'present';
    await expect(ids({ where: { below: position(200) } })).resolves.toEqual(numbered(0, 199));
  });
});

describe('Deleting', () => {
  const read = (n: number, change: object = {}): ReadRow => ({
    ...entryRefOf(n),
    row: { ...entryRow(n), ...change },
  });

  it('deletes what it is told to and nothing else, 25 to an operation', async () => {
    await load(60);
    await load(1, BEN);
    await inside.run(() => store.deleteAsRead(Array.from({ length: 59 }, (_, n) => read(n))));
    const left = storedRows(inside.forge).map(({ key }) => key);
    expect(left.sort()).toEqual([keyOf(59), keyOf(0, BEN)].sort());
    expect(inside.forge.storage.usage(installation).calls).toEqual({ transaction: 3 });
  });

  it.each(['fails', 'passes'] as const)(
    'leaves what was written since, and is not held up by what is gone, where a condition on nothing %s',
    async (outcome) => {
      inside.forge.storage.settings.conditionOnMissingRow = outcome;
      await load(30);
      const rows = Array.from({ length: 30 }, (_, n) => read(n, n === 7 ? { seconds: 86_400 } : {}));
      await inside.run(() => store.deleteAsRead([...rows, read(900)]));
      expect(storedRows(inside.forge).map(({ key }) => key)).toEqual([keyOf(7)]);
    },
  );
});

describe('Reading several', () => {
  it('asks for each once, however often it is named, and answers in the order of the names', async () => {
    await load(2);
    const refs = [entryRefOf(0), entryRefOf(900), entryRefOf(0), entryRefOf(1), entryRefOf(900)];
    await expect(inside.run(() => store.getAll(refs))).resolves.toEqual([
      entryRow(0),
      undefined,
      entryRow(0),
      entryRow(1),
      undefined,
    ]);
    await expect(inside.run(() => store.present([entryRefOf(900), entryRefOf(1)]))).resolves.toEqual([
      { ...entryRefOf(1), row: entryRow(1) },
    ]);
  });
});
