import { DATA_MAP } from '../../src/data-map';
import { asStorageFailure } from '../../src/storage/failures';
import { openStore, type Change } from '../../src/storage/store';
import { TIME_ENTRY } from '../../src/timesheet/time-entry';
import { openInside, type Inside } from '../setup/inside';
import { entryRefOf, keyOf } from './rows';

const store = openStore(DATA_MAP);

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

/** What the types keep from the gateway: a mistake of ours may hand it over all the same. */
const wrong = undefined as never;
const circular: { self?: unknown } = {};
circular.self = circular;

const BUGS: Array<[string, () => Promise<unknown>]> = [
  ['a condition without a field', () => store.transact([check({})])],
  ['a change that is none', () => store.transact([{ ...check({ seconds: 1 }), dataSet: wrong }])],
  ['a reference to no data set', () => store.getAll([entryRefOf(0), { dataSet: wrong, key: keyOf(0) }])],
  ['a deletion of no data set', () => store.deleteAsRead([{ dataSet: wrong, key: keyOf(0), row: {} }])],
  [
    'a partition that is no list',
    () => store.query(TIME_ENTRY, { index: 'by-person', partition: 7 as never }),
  ],
  ['what cannot be sent', () => store.query(TIME_ENTRY, { index: circular as never })],
  ['a query of no data set', () => store.query(wrong, { index: 'by-key' })],
];

const check = (expected: Record<string, number>): Change => ({
  do: 'check',
  dataSet: TIME_ENTRY,
  key: keyOf(0),
  expected,
});

describe('A mistake of ours at the gateway', () => {
  test.each(BUGS)('%s comes out as what it is, and storage is not blamed', async (_, bug) => {
    const error = await inside.run(bug).then(
      () => new Error('it did not fail'),
      (thrown: Error) => thrown,
    );
    expect(error.name).toBe('TypeError');
    expect(inside.forge.faults.calls()).toBe(0);
  });
});

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });

const CONNECTIONS: Array<[string, Error]> = [
  ['a fetch that failed', new TypeError('fetch failed', { cause })],
  ['an answer that broke off', new TypeError('terminated', { cause })],
  ['a fetch of another realm, which gives no cause', new TypeError('fetch failed')],
  ['a fetch that was aborted', named('AbortError', 'This operation was aborted')],
  ['a fetch that took too long', named('TimeoutError', 'The operation was aborted due to timeout')],
  ['an answer that is no JSON', new SyntaxError('Unexpected token < in JSON')],
  ["Forge's own proxy", named('ProxyRequestError', 'Forge platform failed to process runtime HTTP request')],
];

describe('A connection that failed', () => {
  test.each(CONNECTIONS)('%s is storage that does not answer', (_, error) => {
    expect(asStorageFailure(error)).toMatchObject({ name: 'StorageBusyError', code: 'NO_ANSWER' });
  });

  test.each(['TypeError', 'RangeError', 'ReferenceError', 'UndeclaredError'])(
    'a %s without one is not',
    (name) => {
      const error = named(name, 'that is not a function');
      expect(asStorageFailure(error)).toBe(error);
    },
  );
});
