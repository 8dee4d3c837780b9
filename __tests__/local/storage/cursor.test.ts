import { openStore, setEmployee, type Store } from './open-store';

const BY_AGE = { entityName: 'employee', indexName: 'by-age', limit: 2 };

let store: Store;

beforeEach(async () => {
  store = await openStore();
  for (let age = 1; age <= 6; age++) await setEmployee(store, `e${age}`, { age, country: 'AU' });
});

const firstCursor = async (query: object): Promise<string> => {
  const { body } = await store.call('entity/query', query);
  expect(typeof body.cursor).toBe('string');
  return String(body.cursor);
};

const keysAt = async (query: object, installationId?: string): Promise<string[] | undefined> =>
  (await store.call('entity/query', query, installationId)).body.data?.map(({ key }) => key);

test.each([
  [{ ...BY_AGE, sort: 'DESC' }],
  [{ ...BY_AGE, indexName: 'by-key' }],
  [{ ...BY_AGE, indexName: 'by-country-and-age', partition: ['AU'] }],
  [{ ...BY_AGE, range: { condition: 'GREATER_THAN', values: [1] } }],
  [{ ...BY_AGE, filters: { and: [{ property: 'age', condition: 'GREATER_THAN', values: [1] }] } }],
])('a cursor is of no use to another query: %j', async (other) => {
  const cursor = await firstCursor(BY_AGE);
  expect(await keysAt({ ...BY_AGE, cursor })).toEqual(['e3', 'e4']);
  expect(await store.call('entity/query', { ...other, cursor })).toMatchObject({
    status: 400,
    body: { code: 'INVALID_CURSOR' },
  });
});

test('nor to another installation, nor to the plain keys', async () => {
  const cursor = await firstCursor(BY_AGE);
  expect((await store.call('entity/query', { ...BY_AGE, cursor }, 'installation-2')).body.code).toBe(
    'INVALID_CURSOR',
  );
  expect((await store.call('query', { after: cursor })).body.code).toBe('INVALID_CURSOR');
});

test.each(['', 'x', 'bnVsbA', 7, null])('%p is no cursor', async (cursor) => {
  expect((await store.call('entity/query', { ...BY_AGE, cursor })).body.code).toBe('INVALID_CURSOR');
});

test('the page size may change', async () => {
  const cursor = await firstCursor(BY_AGE);
  expect(await keysAt({ ...BY_AGE, limit: 3, cursor })).toEqual(['e3', 'e4', 'e5']);
});

test('pages go on where they stood when rows around the cursor come and go', async () => {
  const cursor = await firstCursor(BY_AGE);
  await store.call('entity/delete', { entityName: 'employee', key: 'e2' });
  await store.call('entity/delete', { entityName: 'employee', key: 'e3' });
  await setEmployee(store, 'early', { age: 0 });
  await setEmployee(store, 'late', { age: 4 });
  expect(await keysAt({ ...BY_AGE, cursor })).toEqual(['e4', 'late']);
});

test('a page that ends at the last row has no cursor, or one to an empty page: both are possible', async () => {
  const cursor = await firstCursor({ ...BY_AGE, limit: 3 });
  const query = { ...BY_AGE, limit: 3, cursor };
  expect((await store.call('entity/query', query)).body.cursor).toBeUndefined();
  store.storage.settings.cursorAtEnd = 'present';
  const last = await store.call('entity/query', query);
  expect(last.body.data).toHaveLength(3);
  const beyond = await store.call('entity/query', { ...query, cursor: last.body.cursor });
  expect(beyond.body).toEqual({ data: [] });
});

describe('A page with fewer rows than were asked for', () => {
  const pagesOf = async (query: object): Promise<string[][]> => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const { body } = await store.call('entity/query', { ...query, ...(cursor && { cursor }) });
      pages.push(body.data?.map(({ key }) => key) ?? []);
      cursor = body.cursor;
    } while (cursor !== undefined);
    return pages;
  };

  test('has a cursor that leads to the rest', async () => {
    store.storage.settings.pageRows = 4;
    expect(await pagesOf({ ...BY_AGE, limit: 100 })).toEqual([
      ['e1', 'e2', 'e3', 'e4'],
      ['e5', 'e6'],
    ]);
  });

  test('ends at so many bytes, after one row at least', async () => {
    const bytes = JSON.stringify({ age: 1, country: 'AU' }).length;
    store.storage.settings.pageBytes = 2 * bytes;
    expect((await pagesOf({ ...BY_AGE, limit: 100 })).map(({ length }) => length)).toEqual([2, 2, 2]);
    store.storage.settings.pageBytes = 1;
    expect(await pagesOf({ ...BY_AGE, limit: 100 })).toHaveLength(6);
  });
});
