import { forgeKvs } from './forge-kvs';
import { openStore, SITE, START, type Store } from './open-store';

const ROW = { surname: 'Davis', age: 30, remote: true, country: 'AU' };

describe('the published @forge/kvs, unmodified', () => {
  let store: Store;
  let package_: ReturnType<typeof forgeKvs>;

  beforeEach(async () => {
    store = await openStore();
    package_ = forgeKvs(store.storage, SITE);
  });

  test('plain keys: set, get, delete, and no value for a missing key', async () => {
    const { kvs } = package_;
    await kvs.set('a', { b: [1, true, 'x'] });
    expect(await kvs.get('a')).toEqual({ b: [1, true, 'x'] });
    await kvs.delete('a');
    await kvs.delete('a');
    expect(await kvs.get('a')).toBeUndefined();
  });

  test('secrets are apart from plain keys and never listed', async () => {
    const { kvs } = package_;
    await kvs.setSecret('token', 'hidden');
    expect(await kvs.getSecret('token')).toBe('hidden');
    expect(await kvs.get('token')).toBeUndefined();
    expect((await kvs.query().getMany()).results).toEqual([]);
    await kvs.deleteSecret('token');
    expect(await kvs.getSecret('token')).toBeUndefined();
  });

  test('metadata is answered where it is asked for', async () => {
    const { kvs, MetadataField } = package_;
    const all = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
    await kvs.set('a', 1);
    store.wait(5000);
    const written = await kvs.set('a', 2, {
      ttl: { unit: 'HOURS', value: 1 },
      keyPolicy: 'OVERRIDE',
      returnValue: 'LATEST',
      returnMetadataFields: all,
    });
    const expected = {
      key: 'a',
      value: 2,
      createdAt: START,
      updatedAt: START + 5000,
      expireTime: '2026-03-01T13:00:05.000Z',
    };
    expect(written).toEqual(expected);
    expect(await kvs.get('a', { metadataFields: all })).toEqual(expected);
    expect(await kvs.get('a', {})).toEqual({ key: 'a', value: 2 });
  });

  test('keyPolicy and returnValue', async () => {
    const { kvs, ForgeKvsAPIError } = package_;
    const previous = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
    expect(await kvs.set('a', 1, previous)).toBeUndefined();
    expect(await kvs.set('a', 2, previous)).toEqual({ key: 'a', value: 1 });
    const refused = await kvs.set('a', 3, { keyPolicy: 'FAIL_IF_EXISTS' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ForgeKvsAPIError);
    expect(refused).toMatchObject({ code: 'KEY_CONFLICT', responseDetails: { status: 409 } });
    expect(await kvs.get('a')).toBe(2);
    await kvs.entity('employee').set('e', ROW, { keyPolicy: 'FAIL_IF_EXISTS' });
    await expect(kvs.entity('employee').set('e', {}, { keyPolicy: 'FAIL_IF_EXISTS' })).rejects.toThrow(
      'exists',
    );
  });

  test('entities: rows, indexes, conditions, filters and cursors', async () => {
    const { kvs, Filter, FilterConditions, Sort, WhereConditions } = package_;
    const employees = kvs.entity<Record<string, unknown>>('employee');
    for (let age = 20; age < 26; age++) await employees.set(`e${age}`, { ...ROW, age });
    const query = () =>
      employees
        .query()
        .index('by-country-and-age', { partition: ['AU'] })
        .where(WhereConditions.greaterThan(20))
        .filters(new Filter<Record<string, unknown>>().and('age', FilterConditions.notEqualTo(23)))
        .sort(Sort.DESC)
        .limit(2);
    const first = await query().getMany();
    expect(first.results.map(({ key }) => key)).toEqual(['e25', 'e24']);
    const second = await query().cursor(String(first.nextCursor)).getMany();
    expect(second.results.map(({ key }) => key)).toEqual(['e22']);
    const third = await query().cursor(String(second.nextCursor)).getMany();
    expect(third).toEqual({ results: [{ key: 'e21', value: { ...ROW, age: 21 } }], nextCursor: undefined });
    expect(await employees.query().index('by-key').getOne()).toMatchObject({ key: 'e20' });
  });

  test('a transaction writes all or nothing', async () => {
    const { kvs, Filter, FilterConditions } = package_;
    const isDavis = new Filter<{ surname: string }>().and('surname', FilterConditions.equalTo('Davis'));
    const isScott = new Filter<{ surname: string }>().and('surname', FilterConditions.equalTo('Scott'));
    await kvs.entity('employee').set('e', ROW);
    const attempt = (conditions: typeof isDavis): Promise<void> =>
      kvs
        .transact()
        .set('plain', 1, undefined, { ttl: { unit: 'DAYS', value: 1 } })
        .set('new', { surname: 'New' }, { entityName: 'employee' })
        .check('e', { entityName: 'employee', conditions })
        .execute();
    await expect(attempt(isScott)).rejects.toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED' });
    expect(store.storage.dump(SITE).map(({ key }) => key)).toEqual(['e']);
    await attempt(isDavis);
    expect(store.storage.dump(SITE)).toMatchObject([
      { store: 'plain', key: 'plain', value: 1, expiresAt: START + 86_400_000 },
      { store: 'entity', entityName: 'employee', key: 'e' },
      { store: 'entity', entityName: 'employee', key: 'new' },
    ]);
  });

  test('batches tell what went through and what did not', async () => {
    const { kvs } = package_;
    const items = [{ key: 'a' }, { key: 'e', entityName: 'employee' }];
    const set = await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'e', entityName: 'employee', value: { age: 'thirty' } },
    ]);
    expect(set).toMatchObject({
      successfulKeys: [{ key: 'a' }],
      failedKeys: [{ key: 'e', entityName: 'employee', error: { code: 'INCORRECT_PROPERTY_TYPE' } }],
    });
    expect(await kvs.batchGet(items)).toMatchObject({
      successfulKeys: [{ key: 'a', value: 1 }],
      failedKeys: [{ key: 'e', entityName: 'employee', error: { code: 'KEY_NOT_FOUND' } }],
    });
    expect((await kvs.batchDelete(items)).successfulKeys).toEqual(items);
    expect(store.storage.dump(SITE)).toEqual([]);
  });
});
