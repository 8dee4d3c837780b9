import { DATA_MAP } from '../../src/data-map';
import { SETTINGS } from '../../src/privacy/data-sets/settings';
import { openStore, type Change } from '../../src/storage/store';
import { TIME_ENTRY } from '../../src/timesheet/time-entry';
import type { FaultOutcome } from '../../local/faults';
import { openInside, type Inside } from '../setup/inside';
import { storedRows } from '../setup/use-forge';
import { ANNA, entryRefOf, entryRow, keyOf, loadedEntries } from './rows';

const store = openStore(DATA_MAP);
/** Forge's messages may quote what was written. */
const QUOTE = { code: 'SOMETHING', message: `The value S3CRET-VALUE of ${ANNA} is wrong` };

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
  await inside.forge.storage.load(inside.forge.installations.get().storageId, loadedEntries(3));
});
afterEach(() => inside.forge.close());

const SET: Change = {
  do: 'set',
  dataSet: TIME_ENTRY,
  key: keyOf(9),
  row: entryRow(9),
  expected: 'new-key',
};
const WAYS: Array<[string, () => Promise<unknown>]> = [
  ['get', () => store.get(TIME_ENTRY, keyOf(0))],
  ['getAll', () => store.getAll([entryRefOf(0)])],
  ['query', () => store.query(TIME_ENTRY, { index: 'by-person', partition: [ANNA] })],
  ['put', () => store.put(SETTINGS, 'settings', { retentionDays: {} })],
  ['putIfAbsent', () => store.putIfAbsent(TIME_ENTRY, keyOf(8), entryRow(8))],
  ['transact', () => store.transact([SET])],
  ['deleteAsRead', () => store.deleteAsRead([{ ...entryRefOf(0), row: entryRow(0) }])],
];

const BUSY: Array<[string, FaultOutcome]> = [
  ['429', { kind: 'rate-limited' }],
  ['429 by its other code', { kind: 'answer', status: 429, body: { ...QUOTE, code: 'RATE_LIMIT_EXCEEDED' } }],
  ['408', { kind: 'answer', status: 408, body: QUOTE }],
  ['500', { kind: 'answer', status: 500, body: QUOTE }],
  ['503 without JSON', { kind: 'answer', status: 503, body: `<html>${QUOTE.message}</html>` }],
  ['400 with TIMEOUT', { kind: 'answer', status: 400, body: { ...QUOTE, code: 'TIMEOUT' } }],
  ['a cut connection', { kind: 'cut' }],
  ['a time-out', { kind: 'time-out', ms: 10 }],
];

async function failureOf(way: () => Promise<unknown>): Promise<Error> {
  return inside.run(way).then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );
}

const told = (error: Error): string => `${error.message} ${JSON.stringify(error)} ${String(error.cause)}`;

describe.each(WAYS)('When storage fails, %s', (_, way) => {
  test.each(BUSY)('after %s says that storage is busy and quotes nothing', async (_status, outcome) => {
    const before = storedRows(inside.forge);
    inside.forge.faults.add({ remote: 'kvs', outcome });
    const error = await failureOf(way);
    expect(error.name).toBe('StorageBusyError');
    expect(told(error)).not.toMatch(/S3CRET|5b10a/);
    expect(storedRows(inside.forge)).toEqual(before);
  });

  it('after a refusal says so by its code and quotes nothing', async () => {
    inside.forge.faults.add({
      remote: 'kvs',
      times: 1,
      outcome: { kind: 'answer', status: 400, body: QUOTE },
    });
    const error = await failureOf(way);
    expect(error).toMatchObject({ name: 'StorageRefusedError', code: 'SOMETHING' });
    expect(told(error)).not.toMatch(/S3CRET|5b10a/);
  });
});

// Of a transaction Forge's client reads no answer.
test.each(WAYS.filter(([name]) => !['transact', 'deleteAsRead'].includes(name)))(
  'after 200 without JSON, %s says that storage is busy: whether it was carried out is not known',
  async (_, way) => {
    const body = `<html>${QUOTE.message}</html>`;
    inside.forge.faults.add({ remote: 'kvs', outcome: { kind: 'answer', status: 200, body } });
    const error = await failureOf(way);
    expect(error.name).toBe('StorageBusyError');
    expect(told(error)).not.toMatch(/S3CRET|5b10a/);
  },
);

describe('A batch of which a part fails', () => {
  beforeEach(() => {
    inside.forge.storage.settings.partialBatchFailure = (_, key) => key === keyOf(1);
  });

  it('is no answer when it was read: a record that could not be read is not one that is missing', async () => {
    const refs = [entryRefOf(0), entryRefOf(1), entryRefOf(2)];
    const error = await failureOf(() => store.getAll(refs));
    expect(error.name).toBe('StorageBusyError');
    await expect(inside.run(() => store.getAll([entryRefOf(0), entryRefOf(99)]))).resolves.toEqual([
      entryRow(0),
      undefined,
    ]);
  });
});
