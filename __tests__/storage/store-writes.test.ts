import { DATA_MAP } from '../../src/data-map';
import { PERSON, type Person } from '../../src/privacy/data-sets/registration';
import { PEPPER, SETTINGS } from '../../src/privacy/data-sets/settings';
import { openStore, type Change } from '../../src/storage/store';
import { TIME_ENTRY, type TimeEntry } from '../../src/timesheet/time-entry';
import { openInside, type Inside } from '../setup/inside';
import { storedRows } from '../setup/use-forge';
import { ANNA, BEN, entryRow, keyOf } from './rows';
import { plant } from '../setup/plant';

const store = openStore(DATA_MAP);
const MARKER = 'S3CRET-VALUE';
const PERSON_ROW: Person = {
  accountId: ANNA,
  epoch: 'epoch-0000-0000-0001',
  token: 'token-0000-0000-0001',
  registeredAt: '2026-03-02T09:00:00.000Z',
};

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const set = (
  row: object,
  key = keyOf(1),
  expected: (Change & { do: 'set' })['expected'] = 'new-key',
): Change => ({
  do: 'set',
  dataSet: TIME_ENTRY,
  key,
  row,
  expected,
});
const keys = (): string[] => storedRows(inside.forge).map(({ key }) => key);

describe('A write that the data map does not declare', () => {
  const undeclared: Array<[string, object, string]> = [
    ['a field more', { ...entryRow(1), note: MARKER }, keyOf(1)],
    ['free text', { ...entryRow(1), issueId: MARKER }, keyOf(1)],
    ['nobody', { ...entryRow(1), accountId: 'unknown' }, keyOf(1, 'unknown')],
    ['someone else’s key', entryRow(1), keyOf(1, BEN)],
    ['a key of its own', entryRow(1), MARKER],
  ];

  test.each(undeclared)('%s: reaches storage by no way', async (_, row, key) => {
    const ways: Array<() => Promise<unknown>> = [
      () => store.putIfAbsent(TIME_ENTRY, key, row as TimeEntry),
      () => store.transact([set(entryRow(2), keyOf(2)), set(row, key)]),
    ];
    for (const way of ways) {
      await expect(inside.run(way)).rejects.toMatchObject({ name: 'UndeclaredError' });
      await expect(inside.run(way)).rejects.not.toThrow(MARKER);
    }
    expect(inside.forge.faults.calls()).toBe(0);
    expect(keys()).toEqual([]);
  });

  it('without conditions is refused where a row can carry them, be it declared', async () => {
    const write = () => store.put(TIME_ENTRY, keyOf(1), entryRow(1));
    await expect(inside.run(write)).rejects.toMatchObject({ name: 'TypeError' });
    const undeclared = () => store.put(SETTINGS, 'settings', { retentionDays: {}, note: MARKER } as never);
    await expect(inside.run(undeclared)).rejects.toMatchObject({ name: 'UndeclaredError', field: 'note' });
    expect(inside.forge.faults.calls()).toBe(0);
  });

  it('cannot use a data set of the same name that says something else', async () => {
    const loose = { ...TIME_ENTRY, fields: { ...TIME_ENTRY.fields, note: TIME_ENTRY.fields.issueId } };
    const write = () => plant(store, loose, keyOf(1), { ...entryRow(1), note: '1' } as TimeEntry);
    await expect(inside.run(write)).rejects.toMatchObject({ name: 'UndeclaredError', field: '(data set)' });
  });
});

describe('A transaction', () => {
  it('is carried out whole', async () => {
    await inside.run(() => store.transact([set(entryRow(1)), set(entryRow(2), keyOf(2))]));
    expect(keys()).toEqual([keyOf(1), keyOf(2)]);
    await inside.run(() =>
      store.transact([
        { do: 'check', dataSet: TIME_ENTRY, key: keyOf(2), expected: { issueId: entryRow(2).issueId } },
        { do: 'delete', dataSet: TIME_ENTRY, key: keyOf(1), expected: { seconds: entryRow(1).seconds } },
      ]),
    );
    expect(keys()).toEqual([keyOf(2)]);
  });

  test.each<[string, Change]>([
    ['a set', set(entryRow(1), keyOf(1), { issueId: '1' })],
    ['a delete', { do: 'delete', dataSet: TIME_ENTRY, key: keyOf(1), expected: { issueId: '1' } }],
    ['a check', { do: 'check', dataSet: TIME_ENTRY, key: keyOf(1), expected: { issueId: '1' } }],
    [
      'one of several fields of a check',
      {
        do: 'check',
        dataSet: TIME_ENTRY,
        key: keyOf(1),
        expected: { issueId: entryRow(1).issueId, startedOn: '2020-01-01' },
      },
    ],
    [
      'a check of a row that is missing',
      { do: 'check', dataSet: TIME_ENTRY, key: keyOf(9), expected: { issueId: '1' } },
    ],
  ])('is not carried out at all where %s does not meet its condition', async (_, refused) => {
    await inside.run(() => plant(store, TIME_ENTRY, keyOf(1), entryRow(1)));
    const work = () => store.transact([set(entryRow(2), keyOf(2)), refused]);
    await expect(inside.run(work)).rejects.toMatchObject({ name: 'StorageRefusedError' });
    expect(storedRows(inside.forge)).toMatchObject([{ key: keyOf(1), value: entryRow(1) }]);
  });

  it('writes plain keys and entities together', async () => {
    const settings: Change = {
      do: 'set',
      dataSet: SETTINGS,
      key: 'settings',
      row: { retentionDays: { 'time-entry': 90 } },
      expected: 'plain',
    };
    await inside.run(() => store.transact([settings, set(entryRow(1))]));
    expect(keys()).toEqual(['settings', keyOf(1)]);
  });

  it('of more operations than Forge takes is refused whole', async () => {
    const many = Array.from({ length: 26 }, (_, n) => set(entryRow(n), keyOf(n)));
    await expect(inside.run(() => store.transact(many))).rejects.toMatchObject({
      name: 'StorageRefusedError',
    });
    expect(keys()).toEqual([]);
  });
});

describe('Writing unless it is there', () => {
  const put = (row: Person): Promise<Person> => inside.run(() => store.putIfAbsent(PERSON, ANNA, row));
  const other: Person = { ...PERSON_ROW, epoch: 'epoch-0000-0000-0002' };

  it('gives what is there then', async () => {
    await expect(put(PERSON_ROW)).resolves.toEqual(PERSON_ROW);
    await expect(put(other)).resolves.toEqual(PERSON_ROW);
    expect(storedRows(inside.forge)).toMatchObject([{ key: ANNA, value: PERSON_ROW }]);
  });

  it('lets one of many at once win, and tells all of them which', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      ...PERSON_ROW,
      epoch: `epoch-0000-0000-${1000 + n}`,
    }));
    const given = await Promise.all(rows.map(put));
    expect(new Set(given.map(({ epoch }) => epoch)).size).toBe(1);
    expect(storedRows(inside.forge, 'person')).toMatchObject([{ value: given[0] }]);
  });

  it('finds its own row where the answer was lost', async () => {
    inside.forge.faults.add({ path: '/api/v1/entity/set', times: 1, outcome: { kind: 'lost-response' } });
    await expect(put(PERSON_ROW)).resolves.toEqual(PERSON_ROW);
  });

  it('keeps secrets as secrets, where no key can be listed', async () => {
    const pepper = { pepper: 'ab'.repeat(32) };
    await inside.run(() => store.putIfAbsent(PEPPER, 'pepper', pepper));
    expect(storedRows(inside.forge)).toMatchObject([{ store: 'secret', key: 'pepper', value: pepper }]);
    await expect(inside.run(() => store.get(PEPPER, 'pepper'))).resolves.toEqual(pepper);
  });

  test.each([
    ['busy', { kind: 'rate-limited' as const }],
    ['out of order', { kind: 'answer' as const, status: 500, body: { code: 'X', message: MARKER } }],
    ['cut off', { kind: 'cut' as const }],
  ])('says that storage is busy where it was %s and nothing is there', async (_, outcome) => {
    inside.forge.faults.add({ path: '/api/v1/entity/set', outcome });
    const failed = put(PERSON_ROW);
    await expect(failed).rejects.toMatchObject({ name: 'StorageBusyError' });
    await expect(failed).rejects.not.toThrow(MARKER);
    expect(keys()).toEqual([]);
  });
});
