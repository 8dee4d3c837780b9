import { asRead } from '../../src/storage/as-read';
import { assertDeclared } from '../../src/storage/declared';
import type { DataMap, DataSet } from '../../src/storage/data-set';
import { StorageBusyError, StorageRefusedError } from '../../src/storage/failures';
import { isInEntity } from '../../src/storage/layout';
import type { IndexQuery, RangeCondition } from '../../src/storage/layout';
import type { Change, Expected, Store } from '../../src/storage/store';

/** What befalls one call: it works, is refused as busy, happens without an answer, or is the caller's last. */
export type Fate = 'works' | 'busy' | 'lost-answer' | 'crash-before' | 'crash-after';

export interface MemoryStoreOptions {
  map: DataMap;
  now(): number;
  /** Asked before every call. */
  fate(call: string): Fate;
  /** The function that called has died: its promise never settles. */
  die(): Promise<never>;
  /** Told of every row that was written. */
  written?(dataSet: string, row: object): void;
  /** How long queries show what was before a write, in milliseconds. */
  lagMs: number;
  /** What a condition on a missing row does; without it, it fails. A check is refused in any case (documented). */
  conditionOnMissingRow?: 'fails' | 'passes';
}

export interface MemoryStore extends Store {
  /** Rows as they are, by data set name and key. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, object>>;
  /** Calls so far. */
  calls(): number;
}

type Rows = Map<string, Map<string, object>>;

/**
 * The gateway over rows in memory, quick enough for years: strict reads, late queries, transactions with conditions, and
 * the same refusal of what the data map does not declare. It is no model of Forge: `local/storage` is.
 */
export function openMemoryStore(options: MemoryStoreOptions): MemoryStore {
  const rows: Rows = new Map(options.map.map(({ name }) => [name, new Map<string, object>()]));
  const shown: Rows = new Map(options.map.map(({ name }) => [name, new Map<string, object>()]));
  const late: Array<{ at: number; show: () => void }> = [];
  let calls = 0;

  const settle = (): void => {
    const now = options.now();
    for (let first = late[0]; first && first.at <= now; first = late[0]) {
      first.show();
      late.shift();
    }
  };
  const write = (name: string, key: string, row: object | undefined): void => {
    change(rows, name, key, row);
    if (row) options.written?.(name, row);
    late.push({ at: options.now() + options.lagMs, show: () => change(shown, name, key, row) });
  };
  const call = async <Result>(name: string, work: () => Result): Promise<Result> => {
    calls += 1;
    const fate = options.fate(name);
    if (fate === 'crash-before') return options.die();
    if (fate === 'busy') throw new StorageBusyError('TEST');
    const result = work();
    if (fate === 'crash-after') return options.die();
    if (fate === 'lost-answer') throw new StorageBusyError('TEST');
    return result;
  };
  const read = ({ name }: DataSet, key: string): object | undefined => copyOfStored(rows.get(name)?.get(key));
  return {
    map: options.map,
    rows,
    calls: () => calls,
    get: (dataSet, key) => call('get', () => read(dataSet, key) as never),
    getAll: (refs) => call('getAll', () => refs.map(({ dataSet, key }) => read(dataSet, key)) as never),
    present: (refs) =>
      call('getAll', () =>
        refs.flatMap((ref) => {
          const row = read(ref.dataSet, ref.key);
          return row ? [{ ...ref, row: row as never }] : [];
        }),
      ),
    query: (dataSet, query) =>
      call('query', () => {
        settle();
        return matching(shown.get(dataSet.name) ?? new Map(), dataSet, query) as never;
      }),
    entityPage: (dataSet, after) =>
      call('query', () => {
        settle();
        const query = {
          index: 'by-key',
          limit: 100,
          ...(after !== undefined && { where: { above: after } }),
        };
        const page = matching(shown.get(dataSet.name) ?? new Map(), dataSet, query);
        const last = page.at(-1)?.key;
        return {
          rows: page.map(({ key, row }) => ({ dataSet, key, value: row })),
          undeclared: 0,
          isFull: page.length === 100,
          ...(last !== undefined && { last }),
        };
      }),
    transact: (changes) => {
      assertChanges(options.map, changes);
      return call('transact', () => {
        const passes = options.conditionOnMissingRow === 'passes';
        if (!changes.every((one) => holds(rows, one) || (passes && isOnMissingRow(rows, one)))) {
          throw new StorageRefusedError('CONDITION');
        }
        for (const one of changes) {
          if (one.do !== 'check')
            write(one.dataSet.name, one.key, one.do === 'set' ? copy(one.row) : undefined);
        }
      });
    },
    put: (dataSet, key, row) => {
      if (isInEntity(dataSet)) throw new TypeError('an entity is written on conditions');
      assertDeclared(options.map, dataSet, key, row);
      return call('put', () => write(dataSet.name, key, copy(row)));
    },
    putIfAbsent: (dataSet, key, row) => {
      assertDeclared(options.map, dataSet, key, row);
      return call('putIfAbsent', () => {
        if (!rows.get(dataSet.name)?.has(key)) write(dataSet.name, key, copy(row));
        return read(dataSet, key) as typeof row;
      });
    },
    deleteAsRead: (read) =>
      call('deleteAsRead', () => {
        for (const { dataSet, key, row } of read) {
          const asIs = holds(rows, { do: 'check', dataSet, key, expected: asRead(dataSet, row) });
          if (asIs) write(dataSet.name, key, undefined);
        }
      }),
  };
}

function change(rows: Rows, name: string, key: string, row: object | undefined): void {
  if (row === undefined) rows.get(name)?.delete(key);
  else rows.get(name)?.set(key, row);
}

const copy = <Row extends object | undefined>(row: Row): Row =>
  row === undefined ? row : (JSON.parse(JSON.stringify(row)) as Row);

/** What is stored is never changed, only replaced, so its text is made once. */
const texts = new WeakMap<object, string>();

function copyOfStored<Row extends object | undefined>(row: Row): Row {
  if (row === undefined) return row;
  const text = texts.get(row) ?? JSON.stringify(row);
  texts.set(row, text);
  return JSON.parse(text) as Row;
}

function assertChanges(map: DataMap, changes: readonly Change[]): void {
  const keys = changes.map(({ key }) => key);
  if (keys.length > 25 || new Set(keys).size < keys.length) throw new TypeError('no transaction Forge takes');
  for (const one of changes) if (one.do === 'set') assertDeclared(map, one.dataSet, one.key, one.row);
}

function holds(rows: Rows, one: Change): boolean {
  if (typeof one.expected === 'string') return true;
  const row = rows.get(one.dataSet.name)?.get(one.key) as Expected | undefined;
  return row !== undefined && Object.entries(one.expected).every(([name, value]) => row[name] === value);
}

const isOnMissingRow = (rows: Rows, { do: what, dataSet, key }: Change): boolean =>
  what !== 'check' && !rows.get(dataSet.name)?.has(key);

type Place = string | number | boolean;

function matching(rows: ReadonlyMap<string, object>, set: DataSet, query: IndexQuery) {
  const index = set.indexes.find(({ name }) => name === query.index);
  const found: Array<{ key: string; row: object; place: Place }> = [];
  for (const [key, row] of rows) {
    const fields = row as Expected;
    if (index && !isInPartition(fields, index.partition, query.partition)) continue;
    const place = index ? fields[index.range] : key;
    if (place !== undefined && isWithin(place, query.where)) found.push({ key, row, place });
  }
  found.sort((one, other) => compare(one.place, other.place) || compare(one.key, other.key));
  if (query.descending) found.reverse();
  return found.slice(0, query.limit ?? 100).map(({ key, row }) => ({ key, row: copyOfStored(row) }));
}

const isInPartition = (row: Expected, names: readonly string[], values: readonly Place[] = []): boolean =>
  names.every((name, at) => row[name] === values[at]);

function isWithin(place: Place, where: RangeCondition | undefined): boolean {
  if (!where) return true;
  if ('between' in where) return place >= where.between[0] && place <= where.between[1];
  return 'above' in where ? place > where.above : place < where.below;
}

const compare = (one: Place, other: Place): number => (one < other ? -1 : Number(one > other));
