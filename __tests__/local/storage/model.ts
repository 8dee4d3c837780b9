import fc from 'fast-check';
import type { Store } from './open-store';

export interface Employee {
  surname?: string;
  age?: number;
  country?: string;
}

type Rows = Map<string, Employee>;

/** What one step does to the store and to a plain Map, and whether both agree on the answer. */
export interface Step {
  run: (store: Store, rows: Rows) => Promise<void>;
  toString: () => string;
}

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COUNTRIES = ['AU', 'CH'];
const entity = (key: string): object => ({ entityName: 'employee', key });

const key = fc.constantFrom(...KEYS);
const age = fc.integer({ min: 0, max: 4 });
const employee = fc.record(
  { surname: fc.constantFrom('A', 'Ab', 'B'), age, country: fc.constantFrom(...COUNTRIES) },
  { requiredKeys: [] },
);

const step = (name: string, details: unknown, run: Step['run']): Step => ({
  run,
  toString: () => `${name} ${JSON.stringify(details)}`,
});

const set = fc.record({ key, value: employee }).map((details) =>
  step('set', details, async (store, rows) => {
    await store.call('entity/set', { ...entity(details.key), value: details.value });
    rows.set(details.key, details.value);
  }),
);

const remove = key.map((gone) =>
  step('delete', gone, async (store, rows) => {
    await store.call('entity/delete', entity(gone));
    rows.delete(gone);
  }),
);

const create = fc.record({ key, value: employee }).map((details) =>
  step('create', details, async (store, rows) => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS' };
    const { status } = await store.call('entity/set', {
      ...entity(details.key),
      value: details.value,
      options,
    });
    expect(status).toBe(rows.has(details.key) ? 409 : 204);
    if (status === 204) rows.set(details.key, details.value);
  }),
);

const transaction = fc
  .record({ checked: key, age, set: fc.dictionary(key, employee), gone: fc.uniqueArray(key) })
  .map((details) => {
    const used = new Set([details.checked, ...Object.keys(details.set)]);
    const gone = details.gone.filter((one) => !used.has(one));
    const sets = Object.entries(details.set).filter(([one]) => one !== details.checked);
    const conditions = { and: [{ property: 'age', condition: 'EQUAL_TO', values: [details.age] }] };
    return step('transaction', details, async (store, rows) => {
      const { status } = await store.call('transaction', {
        set: sets.map(([one, value]) => ({ ...entity(one), value })),
        delete: gone.map(entity),
        check: [{ ...entity(details.checked), conditions }],
      });
      expect(status).toBe(rows.get(details.checked)?.age === details.age ? 204 : 400);
      if (status !== 204) return;
      for (const [one, value] of sets) rows.set(one, value);
      for (const one of gone) rows.delete(one);
    });
  });

const batch = fc.uniqueArray(key, { minLength: 1 }).map((keys) =>
  step('batch delete', keys, async (store, rows) => {
    const { body } = await store.call('batch/delete', keys.map(entity));
    expect(body.failedKeys).toEqual([]);
    for (const gone of keys) rows.delete(gone);
  }),
);

const read = fc.uniqueArray(key, { minLength: 1 }).map((keys) =>
  step('read', keys, async (store, rows) => {
    const { body } = await store.call('batch/get', keys.map(entity));
    const found = keys.filter((one) => rows.has(one));
    expect(body.successfulKeys?.map(({ key: one, value }) => [one, value])).toEqual(
      found.map((one) => [one, rows.get(one)]),
    );
  }),
);

/** The clock goes on by less or more than the lag. */
const wait = fc.integer({ min: 0, max: 2000 }).map((ms) => step('wait', ms, async (store) => store.wait(ms)));

export const steps = fc.array(fc.oneof(set, remove, create, transaction, batch, read, wait), {
  maxLength: 60,
});

const orderOf = (value: Employee, name: string): string => `${String(value.age)}#${name}`;

/** Every query that the indexes allow, as the Map has it. */
export async function expectQueries(store: Store, rows: Rows, limit: number): Promise<void> {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(await listed(store, { indexName: 'by-key' }, limit)).toEqual(sorted.map(([name]) => name));
  for (const country of COUNTRIES) {
    const inCountry = sorted.filter(([, value]) => value.country === country && value.age !== undefined);
    const expected = inCountry
      .map(([name, value]) => orderOf(value, name))
      .sort()
      .map((order) => order.split('#')[1]);
    const query = { indexName: 'by-country-and-age', partition: [country] };
    expect(await listed(store, query, limit)).toEqual(expected);
    expect(await listed(store, { ...query, sort: 'DESC' }, limit)).toEqual(expected.reverse());
  }
}

async function listed(store: Store, query: object, limit: number): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page: object = { entityName: 'employee', ...query, limit, ...(cursor && { cursor }) };
    const { body } = await store.call('entity/query', page);
    names.push(...(body.data ?? []).map(({ key: name }) => name));
    cursor = body.cursor;
  } while (cursor !== undefined);
  return names;
}
