import { LIMITS } from '../../../local/storage';
import { openStore, setEmployee, type Answer, type Store } from './open-store';

const codeOf = ({ status, body }: Answer): string => (status < 300 ? 'stored' : `${status} ${body.code}`);

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

/** A text whose JSON has so many bytes. */
const textOf = (bytes: number): string => 'x'.repeat(bytes - 2);

let store: Store;

beforeEach(async () => {
  store = await openStore();
});

describe('keys', () => {
  test.each([
    ['k'.repeat(500), 'stored'],
    ['k'.repeat(501), '400 KEY_TOO_LONG'],
    ['', '400 KEY_TOO_SHORT'],
    ['  ', '400 INVALID_KEY'],
    ['a/b', '400 INVALID_KEY'],
    ['a@b', '400 INVALID_KEY'],
    ['A:z.9_ -#', 'stored'],
    [7, '400 BAD_REQUEST'],
  ])('%p', async (key, expected) => {
    expect(codeOf(await store.call('set', { key, value: 1 }))).toBe(expected);
    expect(codeOf(await store.call('secret/set', { key, value: 1 }))).toBe(expected);
  });

  test('an empty key of an entity has a code of its own', async () => {
    expect(codeOf(await setEmployee(store, '', {}))).toBe('400 EMPTY_KEY');
  });

  test('a refusal states the value and the limit', async () => {
    const { body } = await store.call('get', { key: 'k'.repeat(612) });
    expect(body.message).toBe('A key has 612 characters; the limit is 500.');
  });
});

describe('values', () => {
  test.each([
    ['set', 240 * 1024, 'stored'],
    ['set', 240 * 1024 + 1, '400 MAX_SIZE'],
    ['secret/set', 128 * 1024, 'stored'],
    ['secret/set', 128 * 1024 + 1, '400 MAX_SIZE'],
  ])('%s of %d bytes', async (path, bytes, expected) => {
    expect(codeOf(await store.call(path, { key: 'a', value: textOf(bytes) }))).toBe(expected);
  });

  test('size counts bytes of UTF-8, not characters', async () => {
    const value = 'é'.repeat(130 * 1024);
    expect(codeOf(await store.call('set', { key: 'a', value }))).toBe('400 MAX_SIZE');
  });

  test.each([
    [31, 'stored'],
    [32, '400 MAX_DEPTH'],
    [1000, '400 MAX_DEPTH'],
  ])('nested %d levels deep', async (levels, expected) => {
    expect(codeOf(await store.call('set', { key: 'a', value: nested(levels) }))).toBe(expected);
  });

  test.each([[null], [undefined]])('%p cannot be stored', async (value) => {
    expect(codeOf(await store.call('set', { key: 'a', value }))).toBe('400 BAD_REQUEST');
    expect(store.storage.dump('installation-1')).toEqual([]);
  });

  test('a body that is no JSON, or no object, is refused', async () => {
    const broken = await store.storage.handle('installation-1', 'get', '{"key":');
    expect(broken.status).toBe(400);
    expect(codeOf(await store.call('get', ['a']))).toBe('400 BAD_REQUEST');
  });
});

describe('attributes of an entity', () => {
  test.each([
    [{}, 'stored'],
    [{ surname: 'D', age: 1, height: 1.5, remote: false, country: 'CH', notes: [null, { a: 1 }] }, 'stored'],
    [{ age: 2_147_483_647 }, 'stored'],
    [{ age: 2_147_483_648 }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ age: -2_147_483_648 }, 'stored'],
    [{ age: -2_147_483_649 }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ age: 1.5 }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ age: '5' }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ age: null }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ surname: 5 }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ surname: '' }, '400 INVALID_ENTITY_VALUE'],
    [{ surname: ' \t\n' }, '400 INVALID_ENTITY_VALUE'],
    [{ remote: 'true' }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ height: 0 }, 'stored'],
    [{ height: 1e-130 }, 'stored'],
    [{ height: 1e-131 }, '400 INVALID_ENTITY_VALUE'],
    [{ height: -9.99e125 }, 'stored'],
    [{ height: -1e126 }, '400 INVALID_ENTITY_VALUE'],
    [{ notes: null }, '400 INCORRECT_PROPERTY_TYPE'],
    [{ surname: 'D'.repeat(900) }, 'stored'],
    [{ country: 'C'.repeat(1700) }, 'stored'],
    [{ surname: 'D'.repeat(901) }, '400 MAX_SIZE'],
    [{ country: 'C'.repeat(1701) }, '400 MAX_SIZE'],
    [[1], '400 INVALID_ENTITY_VALUE'],
    ['text', '400 INVALID_ENTITY_VALUE'],
  ])('%j', async (value, expected) => {
    expect(codeOf(await setEmployee(store, 'e', value as object))).toBe(expected);
  });

  test('what the manifest does not declare is refused, or kept where the switch says so', async () => {
    const value = { surname: 'D', nickname: 'd' };
    expect(codeOf(await setEmployee(store, 'e', value))).toBe('400 INVALID_ENTITY_ATTRIBUTE');
    store.storage.settings.unknownAttributes = 'kept';
    expect(codeOf(await setEmployee(store, 'e', value))).toBe('stored');
    expect((await store.call('entity/get', { entityName: 'employee', key: 'e' })).body.value).toEqual(value);
  });

  test.each(['set', 'get', 'delete', 'query'])(
    'entity/%s of an entity that is not declared',
    async (path) => {
      const answer = await store.call(`entity/${path}`, {
        entityName: 'client',
        ...(path === 'set' && { value: {} }),
      });
      expect(codeOf(answer)).toBe('404 SCHEMA_NOT_FOUND');
    },
  );
});

describe('counts of one request', () => {
  const items = (count: number): { key: string; value: number }[] =>
    Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: i }));
  const keys = (count: number): { key: string }[] => items(count).map(({ key }) => ({ key }));

  test.each([
    ['transaction', { set: items(25) }, 'stored'],
    ['transaction', { set: items(20), delete: [{ key: 'a' }], check: [] }, 'stored'],
    ['transaction', { set: items(25), delete: [{ key: 'a' }] }, '422 UNPROCESSABLE_ENTITY'],
    ['transaction', {}, '400 BAD_REQUEST'],
    ['batch/set', items(25), 'stored'],
    ['batch/set', items(26), '400 TOO_MANY_BATCH_ENTITIES'],
    ['batch/get', keys(25), 'stored'],
    ['batch/get', keys(26), '400 TOO_MANY_BATCH_ENTITIES'],
    ['batch/delete', keys(26), '400 TOO_MANY_BATCH_ENTITIES'],
    ['batch/delete', [], '400 BAD_REQUEST'],
  ])('%s case %#', async (path, body, expected) => {
    expect(codeOf(await store.call(path, body))).toBe(expected);
  });

  test.each(['transaction', 'batch/set'])('%s of more than 4 MB', async (path) => {
    const large = (bytes: number): object => {
      const list = Array.from({ length: 20 }, (_, i) => ({ key: `k${i}`, value: textOf(bytes / 20) }));
      return path === 'transaction' ? { set: list } : list;
    };
    expect(codeOf(await store.call(path, large(4_180_000)))).toBe('stored');
    expect(codeOf(await store.call(path, large(4_194_304)))).toBe('413 PAYLOAD_TOO_LARGE');
  });

  test.each([
    ['query', { limit: 0 }, '400 LIST_QUERY_LIMIT_EXCEEDED'],
    ['query', { limit: 100 }, 'stored'],
    ['query', { limit: 101 }, '400 LIST_QUERY_LIMIT_EXCEEDED'],
    ['entity/query', { entityName: 'author', indexName: 'by-key', limit: 100 }, 'stored'],
    [
      'entity/query',
      { entityName: 'author', indexName: 'by-key', limit: 101 },
      '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    ],
    [
      'entity/query',
      { entityName: 'author', indexName: 'by-key', limit: 0 },
      '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    ],
  ])('%s of a page of %j', async (path, body, expected) => {
    expect(codeOf(await store.call(path, body))).toBe(expected);
  });

  test('a query of 100 conditions passes, of 101 not, the range counted', async () => {
    const filters = (count: number): object => ({
      and: Array.from({ length: count }, () => ({
        property: 'surname',
        condition: 'EXISTS',
        values: [true],
      })),
    });
    const query = { entityName: 'author', indexName: 'by-key' };
    expect(codeOf(await store.call('entity/query', { ...query, filters: filters(100) }))).toBe('stored');
    expect(codeOf(await store.call('entity/query', { ...query, filters: filters(101) }))).toBe(
      '400 BAD_REQUEST',
    );
    const range = { condition: 'BEGINS_WITH', values: ['a'] };
    const both = await store.call('entity/query', { ...query, range, filters: filters(100) });
    expect(codeOf(both)).toBe('400 BAD_REQUEST');
  });
});

test('every limit names its evidence and source', () => {
  for (const limit of Object.values(LIMITS)) {
    expect(['documented', 'observed', 'assumed']).toContain(limit.evidence);
    expect(limit.source.length).toBeGreaterThan(10);
  }
});
