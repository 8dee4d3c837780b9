import { listKeys, openStore, setEmployee, type Store } from './open-store';

const EMPLOYEES = {
  e1: { surname: 'Abel', age: 20, height: 1.6, remote: true, country: 'AU' },
  e2: { surname: 'Abela', age: 30, height: 1.7, remote: false, country: 'AU' },
  e3: { surname: 'Baker', age: 30, height: 1.8, remote: true, country: 'CH' },
  e4: { surname: 'Caro', age: 40, height: 1.9, remote: true, country: 'AU' },
  e5: { surname: 'Dodo', country: 'AU', notes: { a: 1 } },
};

let store: Store;

beforeEach(async () => {
  store = await openStore();
  for (const [key, value] of Object.entries(EMPLOYEES)) await setEmployee(store, key, value);
});

const range = (condition: string, ...values: unknown[]): object => ({ range: { condition, values } });
const and = (property: string, condition: string, ...values: unknown[]): object => ({
  filters: { and: [{ property, condition, values }] },
});

test.each([
  [{ indexName: 'by-key' }, 'e1 e2 e3 e4 e5'],
  [{ indexName: 'by-key', sort: 'DESC' }, 'e5 e4 e3 e2 e1'],
  [{ indexName: 'by-key', ...range('GREATER_THAN', 'e2') }, 'e3 e4 e5'],
  [{ indexName: 'by-key', ...range('BETWEEN', 'e2', 'e4'), sort: 'DESC' }, 'e4 e3 e2'],
  [{ indexName: 'surname' }, 'e1 e2 e3 e4 e5'],
  [{ indexName: 'surname', ...range('BEGINS_WITH', 'Abel') }, 'e1 e2'],
  [{ indexName: 'surname', ...range('BEGINS_WITH', 'Abel'), sort: 'DESC' }, 'e2 e1'],
  [{ indexName: 'surname', ...range('EQUAL_TO', 'Abel') }, 'e1'],
  [{ indexName: 'by-age' }, 'e1 e2 e3 e4'],
  [{ indexName: 'by-age', sort: 'DESC' }, 'e4 e3 e2 e1'],
  [{ indexName: 'by-age', ...range('EQUAL_TO', 30) }, 'e2 e3'],
  [{ indexName: 'by-age', ...range('GREATER_THAN', 30) }, 'e4'],
  [{ indexName: 'by-age', ...range('GREATER_THAN_EQUAL_TO', 30) }, 'e2 e3 e4'],
  [{ indexName: 'by-age', ...range('LESS_THAN', 30) }, 'e1'],
  [{ indexName: 'by-age', ...range('LESS_THAN_EQUAL_TO', 30) }, 'e1 e2 e3'],
  [{ indexName: 'by-age', ...range('BETWEEN', 20, 30) }, 'e1 e2 e3'],
  [{ indexName: 'by-height', ...range('LESS_THAN', 1.75) }, 'e1 e2'],
  [{ indexName: 'by-remote' }, 'e2 e1 e3 e4'],
  [{ indexName: 'by-remote', ...range('EQUAL_TO', false) }, 'e2'],
  [{ indexName: 'by-country-and-age', partition: ['AU'] }, 'e1 e2 e4'],
  [{ indexName: 'by-country-and-age', partition: ['CH'] }, 'e3'],
  [{ indexName: 'by-country-and-age', partition: ['DE'] }, ''],
  [
    { indexName: 'by-country-and-age', partition: ['AU'], ...range('GREATER_THAN', 20), sort: 'DESC' },
    'e4 e2',
  ],
  [{ indexName: 'by-country-and-remote', partition: ['AU', true] }, 'e1 e4'],
])('%j lists %p', async (query, keys) => {
  const expected = keys === '' ? [] : keys.split(' ');
  expect(await listKeys(store, { ...query, limit: 100 })).toEqual(expected);
  expect(await listKeys(store, { ...query, limit: 1 })).toEqual(expected);
});

test.each([
  [and('surname', 'BEGINS_WITH', 'Abel'), 'e1 e2'],
  [and('surname', 'CONTAINS', 'o'), 'e4 e5'],
  [and('surname', 'NOT_CONTAINS', 'o'), 'e1 e2 e3'],
  [and('age', 'EQUAL_TO', 30), 'e2 e3'],
  [and('age', 'NOT_EQUAL_TO', 30), 'e1 e4 e5'],
  [and('age', 'GREATER_THAN', 30), 'e4'],
  [and('age', 'GREATER_THAN_EQUAL_TO', 30), 'e2 e3 e4'],
  [and('age', 'LESS_THAN', 30), 'e1'],
  [and('age', 'LESS_THAN_EQUAL_TO', 30), 'e1 e2 e3'],
  [and('age', 'BETWEEN', 25, 40), 'e2 e3 e4'],
  [and('age', 'EXISTS', true), 'e1 e2 e3 e4'],
  [and('age', 'NOT_EXISTS', true), 'e5'],
  [and('remote', 'EQUAL_TO', true), 'e1 e3 e4'],
  [
    {
      filters: {
        and: [
          { property: 'age', condition: 'EQUAL_TO', values: [30] },
          { property: 'country', condition: 'EQUAL_TO', values: ['CH'] },
        ],
      },
    },
    'e3',
  ],
  [
    {
      filters: {
        or: [
          { property: 'age', condition: 'EQUAL_TO', values: [20] },
          { property: 'surname', condition: 'EQUAL_TO', values: ['Dodo'] },
        ],
      },
    },
    'e1 e5',
  ],
])('%j lets through %p', async (filters, keys) => {
  expect(await listKeys(store, { indexName: 'by-key', ...filters, limit: 2 })).toEqual(keys.split(' '));
});

test.each([
  [{ indexName: 'by-salary' }, '400 INVALID_ENTITY_INDEX'],
  [{ indexName: 'by-country-and-age' }, '400 BAD_REQUEST'],
  [{ indexName: 'by-country-and-age', partition: ['AU', 3] }, '400 BAD_REQUEST'],
  [{ indexName: 'by-country-and-age', partition: [3] }, '400 INCORRECT_PROPERTY_TYPE'],
  [{ indexName: 'by-key', partition: ['AU'] }, '400 BAD_REQUEST'],
  [{ indexName: 'by-key', sort: 'UP' }, '400 BAD_REQUEST'],
  [{ indexName: 'by-age', ...range('BEGINS_WITH', 3) }, '400 INVALID_FILTER_CONDITION'],
  [{ indexName: 'by-age', ...range('NOT_EQUAL_TO', 3) }, '400 INVALID_FILTER_CONDITION'],
  [{ indexName: 'by-age', ...range('EQUAL_TO', '3') }, '400 INVALID_FILTER_VALUES'],
  [{ indexName: 'by-age', ...range('EQUAL_TO', 3, 4) }, '400 INVALID_FILTER_VALUES'],
  [{ indexName: 'by-age', ...range('BETWEEN', 3) }, '400 INSUFFICIENT_FILTER_VALUES'],
  [{ indexName: 'by-remote', ...range('GREATER_THAN', false) }, '400 INVALID_FILTER_CONDITION'],
  [{ indexName: 'by-key', ...and('notes', 'EXISTS', true) }, '422 UNPROCESSABLE_ENTITY'],
  [{ indexName: 'by-key', ...and('salary', 'EXISTS', true) }, '422 UNPROCESSABLE_ENTITY'],
  [{ indexName: 'by-key', ...and('age', 'CONTAINS', '3') }, '400 INVALID_FILTER_CONDITION'],
  [{ indexName: 'by-key', ...and('age', 'toString', '3') }, '400 INVALID_FILTER_CONDITION'],
  [{ indexName: 'by-key', ...and('age', 'EQUAL_TO', 'x') }, '400 INVALID_FILTER_VALUES'],
  [{ indexName: 'by-key', ...and('age', 'BETWEEN', 1) }, '400 INSUFFICIENT_FILTER_VALUES'],
  [{ indexName: 'by-key', filters: { and: [] } }, '400 EMPTY_FILTER_OPERATOR'],
  [{ indexName: 'by-key', filters: {} }, '400 EMPTY_FILTER_OPERATOR'],
  [{ indexName: 'by-key', filters: { and: [], or: [] } }, '400 INVALID_FILTER_OPERATORS_COMBINATION'],
])('%j is refused with %s', async (query, expected) => {
  const { status, body } = await store.call('entity/query', { entityName: 'employee', ...query });
  expect(`${status} ${body.code}`).toBe(expected);
});

test('a page whose rows the filter refuses is empty and still has a cursor', async () => {
  const query = {
    entityName: 'employee',
    indexName: 'by-key',
    limit: 3,
    ...and('surname', 'EQUAL_TO', 'Dodo'),
  };
  const first = await store.call('entity/query', query);
  expect(first.body.data).toEqual([]);
  const second = await store.call('entity/query', { ...query, cursor: first.body.cursor });
  expect(second.body.data).toMatchObject([{ key: 'e5' }]);
  expect(second.body.cursor).toBeUndefined();
});

test('a page has ten rows unless asked otherwise', async () => {
  for (let i = 0; i < 12; i++) await setEmployee(store, `x${i}`, {});
  const page = await store.call('entity/query', { entityName: 'employee', indexName: 'by-key' });
  expect(page.body.data).toHaveLength(10);
});

test('a row that changes its partition moves, and one that loses the attribute leaves the index', async () => {
  const swiss = { indexName: 'by-country-and-age', partition: ['CH'] };
  await setEmployee(store, 'e1', { age: 20, country: 'CH' });
  expect(await listKeys(store, swiss)).toEqual(['e1', 'e3']);
  await setEmployee(store, 'e1', { country: 'CH' });
  expect(await listKeys(store, swiss)).toEqual(['e3']);
});

describe('plain keys', () => {
  beforeEach(async () => {
    for (const key of ['b:2', 'a:1', 'a:2', 'c', 'a:3']) await store.call('set', { key, value: key });
  });

  const where = (value: string): object => ({
    where: [{ property: 'key', condition: 'BEGINS_WITH', values: [value] }],
  });

  test('are listed in key order, page after page', async () => {
    const first = await store.call('query', { ...where('a:'), limit: 2 });
    expect(first.body.data).toEqual([
      { key: 'a:1', value: 'a:1' },
      { key: 'a:2', value: 'a:2' },
    ]);
    const second = await store.call('query', { ...where('a:'), limit: 2, after: first.body.cursor });
    expect(second.body).toEqual({ data: [{ key: 'a:3', value: 'a:3' }] });
    expect((await store.call('query', {})).body.data?.map(({ key }) => key)).toEqual([
      'a:1',
      'a:2',
      'a:3',
      'b:2',
      'c',
    ]);
  });

  test.each([
    [[{ property: 'value', condition: 'BEGINS_WITH', values: ['a'] }], 'QUERY_WHERE_FIELD_INVALID'],
    [[{ property: 'key', condition: 'EQUAL_TO', values: ['a'] }], 'INVALID_FILTER_CONDITION'],
    [[{ property: 'key', condition: 'BEGINS_WITH', values: [] }], 'INVALID_FILTER_VALUES'],
    [[{ property: 'key', condition: 'BEGINS_WITH', values: [4] }], 'INVALID_FILTER_VALUES'],
    [Array(2).fill({ property: 'key', condition: 'BEGINS_WITH', values: ['a'] }), 'QUERY_WHERE_INVALID'],
  ])('where %j is refused with %s', async (clauses, code) => {
    expect(await store.call('query', { where: clauses })).toMatchObject({ status: 400, body: { code } });
  });
});
