import { DATA_MAP } from '../../src/data-map';
import { INSTALLATION, INSTALLATION_KEY, type Installation } from '../../src/privacy/data-sets/installation';
import { RELAY, RELAY_KEY } from '../../src/privacy/data-sets/relay';
import { SCAN } from '../../src/privacy/data-sets/scan';
import type { DataSet } from '../../src/storage/data-set';
import type { Stored } from '../../src/storage/query';
import { openStore } from '../../src/storage/store';
import { ISSUE_TOTAL, type IssueTotal } from '../../src/timesheet/issue-total';
import type { LoadedRow } from '../../local/storage';
import { openInside, type Inside } from '../setup/inside';
import { plant } from '../setup/plant';
import { rawRow } from '../setup/rows-of';
import { undeclared } from '../setup/stored-is-declared';
import { storedRows } from '../setup/use-forge';

const store = openStore(DATA_MAP);
const ROW: Installation = {
  version: 3,
  installation: 'e'.repeat(64),
  state: 'in-use',
  since: '2026-02-01T00:00:00.000Z',
};
const totalOf = (n: number): IssueTotal => ({ version: 7, issueId: String(20_000 + n), seconds: 60 * n });
const REFUSED = { name: 'StorageRefusedError' };

let inside: Inside;
beforeEach(async () => {
  inside = await openInside({ storage: { unknownAttributes: 'kept' } });
});
afterEach(() => inside.forge.close());

const run = <Result>(work: () => Promise<Result>): Promise<Result> => inside.run(work);
const load = (...rows: LoadedRow[]): Promise<void> =>
  inside.forge.storage.load(inside.forge.installations.get().storageId, rows);
const raw = () => storedRows(inside.forge).map(({ entityName, key, value }) => ({ entityName, key, value }));
const loadTotals = (count: number): Promise<void> =>
  load(...Array.from({ length: count }, (_, n) => rawRow(ISSUE_TOTAL, totalOf(n).issueId, totalOf(n))));

describe('A record in the entity that data sets share', () => {
  it('lies under its data set and key, with what conditions name beside its other fields', async () => {
    await run(() => plant(store, INSTALLATION, INSTALLATION_KEY, ROW));
    const { version, state, ...fields } = ROW;
    expect(raw()).toEqual([
      {
        entityName: 'app-state',
        key: 'installation#installation',
        value: { kind: 'installation', id: 'installation', version, state, fields },
      },
    ]);
  });

  it('is read as it was written, in each way', async () => {
    const ref = { dataSet: INSTALLATION, key: INSTALLATION_KEY };
    await run(() => plant(store, INSTALLATION, INSTALLATION_KEY, ROW));
    expect(await run(() => store.get(INSTALLATION, INSTALLATION_KEY))).toEqual(ROW);
    expect(await run(() => store.getAll([ref, { dataSet: RELAY, key: RELAY_KEY }]))).toEqual([
      ROW,
      undefined,
    ]);
    expect(await run(() => store.present([ref]))).toEqual([{ ...ref, row: ROW }]);
    const listed = await run(() => store.query(INSTALLATION, { index: 'by-key' }));
    expect(listed).toEqual([{ key: INSTALLATION_KEY, row: ROW }]);
    const other = { ...ROW, version: 9 };
    expect(await run(() => store.putIfAbsent(INSTALLATION, INSTALLATION_KEY, other))).toEqual(ROW);
  });

  it('is written on condition of all that its change names, as in an entity of its own', async () => {
    await run(() => plant(store, INSTALLATION, INSTALLATION_KEY, ROW));
    const change = (expected: Partial<Record<'version' | 'state', string | number>>) =>
      run(() =>
        store.transact([
          { do: 'set', dataSet: INSTALLATION, key: INSTALLATION_KEY, row: { ...ROW, version: 4 }, expected },
        ]),
      );
    await expect(change({ version: 3, state: 'leaving' })).rejects.toMatchObject(REFUSED);
    await expect(change({ version: 2, state: 'in-use' })).rejects.toMatchObject(REFUSED);
    await change({ version: 3, state: 'in-use' });
    expect(await run(() => store.get(INSTALLATION, INSTALLATION_KEY))).toMatchObject({ version: 4 });
  });

  it('takes no condition on a field into which Forge cannot look', async () => {
    await run(() => plant(store, INSTALLATION, INSTALLATION_KEY, ROW));
    const expected = { version: 3, since: ROW.since };
    const set = { do: 'set', dataSet: INSTALLATION, key: INSTALLATION_KEY, row: ROW, expected } as const;
    await expect(run(() => store.transact([set]))).rejects.toThrow(
      'no condition can name installation.since',
    );
  });

  it('is refused with a field, a value or a key that its data set does not declare', async () => {
    const write = (key: string, row: object) =>
      run(() => plant(store, INSTALLATION as DataSet, key, row).then(() => 'written'));
    await expect(write(INSTALLATION_KEY, { ...ROW, note: 'x' })).rejects.toThrow('installation.note');
    await expect(write(INSTALLATION_KEY, { ...ROW, looks: 'x' })).rejects.toThrow('installation.looks');
    await expect(write('other', { ...ROW })).rejects.toThrow('installation.(key)');
    await expect(write(INSTALLATION_KEY, { ...ROW, kind: 'relay' })).rejects.toThrow('installation.kind');
    expect(raw()).toEqual([]);
  });

  it('is deleted as it was read, and stays where it was written since or made anew', async () => {
    await loadTotals(3);
    const read = await run(() =>
      store.present([0, 1, 2].map((n) => ({ dataSet: ISSUE_TOTAL, key: totalOf(n).issueId }))),
    );
    await load(rawRow(ISSUE_TOTAL, totalOf(1).issueId, { ...totalOf(1), version: 8 }));
    await run(() => store.deleteAsRead(read));
    expect(storedRows(inside.forge, ISSUE_TOTAL.name).map(({ key }) => key)).toEqual([totalOf(1).issueId]);
  });
});

describe('Records of several data sets', () => {
  it('do not meet, whatever their keys', async () => {
    const named = { ...RELAY, key: [['name', { kind: 'one-of', values: ['same'] }]] } as DataSet<{
      version: number;
    }>;
    const like = { ...named, name: 'like' } as DataSet<{ version: number }>;
    const both = openStore([named, like]);
    await run(async () => {
      await both.putIfAbsent(named, 'same', { version: 1 });
      await both.putIfAbsent(like, 'same', { version: 2 });
    });
    expect(raw().map(({ key }) => key)).toEqual(['like#same', 'relay#same']);
    expect(await run(() => both.get(like, 'same'))).toEqual({ version: 2 });
  });

  it('are listed each by themselves, page after page', async () => {
    await loadTotals(230);
    await load(rawRow(INSTALLATION, INSTALLATION_KEY, ROW), rawRow(RELAY, RELAY_KEY, { version: 1 }));
    const all: Array<Stored<IssueTotal>> = [];
    for (let page: typeof all | undefined; page === undefined || page.length > 0;) {
      const last = all.at(-1);
      const where = last === undefined ? {} : { where: { above: last.key } };
      page = await run(() => store.query(ISSUE_TOTAL, { index: 'by-key', ...where, limit: 100 }));
      all.push(...page);
    }
    expect(all.map(({ key, row }) => [key, row])).toEqual(
      Array.from({ length: 230 }, (_, n) => [totalOf(n).issueId, totalOf(n)]),
    );
  });

  it('are all on a page of the entity, with the number of those that no data set declares', async () => {
    const leftover = {
      store: 'entity',
      entityName: 'app-state',
      key: 'left-over#1',
      value: { kind: 'x', id: '1' },
    };
    await load(rawRow(INSTALLATION, INSTALLATION_KEY, ROW), leftover as LoadedRow);
    await loadTotals(120);
    const first = await run(() => store.entityPage(SCAN, undefined));
    expect(first).toMatchObject({ undeclared: 0, isFull: true, last: 'issue-total#20098' });
    expect(first.rows[0]).toEqual({ dataSet: INSTALLATION, key: INSTALLATION_KEY, value: ROW });
    const second = await run(() => store.entityPage(SCAN, first.last));
    expect(second).toMatchObject({ undeclared: 1, isFull: false, last: 'left-over#1' });
    expect(second.rows).toHaveLength(21);
    expect(undeclared(storedRows(inside.forge), DATA_MAP)).toEqual([
      'entity app-state: belongs to no data set',
    ]);
  });

  it('lie in no entity of a data set that has none', async () => {
    const settings = DATA_MAP.find(({ name }) => name === 'settings') as DataSet;
    await expect(run(() => store.entityPage(settings, undefined))).rejects.toThrow('lies in no entity');
  });
});

describe('A record that another version wrote', () => {
  const [known] = [rawRow(INSTALLATION, INSTALLATION_KEY, ROW)];
  const value = known?.value as { fields: object };

  it('is read without what only that one declares, inside and beside its fields', async () => {
    await load({
      ...known,
      value: { ...value, later: 1, fields: { ...value.fields, laterToo: 1 } },
    });
    expect(await run(() => store.get(INSTALLATION, INSTALLATION_KEY))).toEqual(ROW);
  });

  it('is read with a field that got an attribute of its own meanwhile', async () => {
    const { since, ...fields } = value.fields as { since: string };
    await load({ ...known, value: { ...value, since, fields } });
    expect(await run(() => store.get(INSTALLATION, INSTALLATION_KEY))).toEqual(ROW);
  });
});
