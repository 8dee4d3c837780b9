import { openStore, setEmployee, SITE, type Store } from './open-store';

let store: Store;

beforeEach(async () => {
  store = await openStore();
  await store.call('set', { key: 'a', value: 1 });
  await setEmployee(store, 'a', { age: 30 });
});

test('the same key of two entities is two items; twice the same is refused', async () => {
  const both = [{ key: 'a' }, { key: 'a', entityName: 'employee' }];
  expect((await store.call('batch/get', both)).body).toEqual({
    successfulKeys: [
      { key: 'a', value: 1 },
      { entityName: 'employee', key: 'a', value: { age: 30 } },
    ],
    failedKeys: [],
  });
  const twice = await store.call('batch/get', [...both, { key: 'a' }]);
  expect(twice).toMatchObject({ status: 400, body: { code: 'KEY_DUPLICATION_ERROR' } });
});

test('an item that cannot be done does not hold up the others', async () => {
  const { body } = await store.call('batch/set', [
    { key: 'b', value: 2 },
    { key: 'bad/key', value: 2 },
    { key: 'c', entityName: 'nobody', value: {} },
    { key: 'd', value: null },
  ]);
  expect(body.successfulKeys).toEqual([{ key: 'b' }]);
  expect(body.failedKeys?.map(({ key, error }) => `${key} ${error.code}`)).toEqual([
    'bad/key INVALID_KEY',
    'c SCHEMA_NOT_FOUND',
    'd BAD_REQUEST',
  ]);
});

test('items can be made to fail; those are left as they were', async () => {
  store.storage.settings.partialBatchFailure = (path, key, entityName) =>
    path !== 'batch/get' && key === 'a' && entityName === 'employee';
  const items = [{ key: 'a' }, { key: 'a', entityName: 'employee' }];
  const { body } = await store.call('batch/delete', items);
  expect(body.successfulKeys).toEqual([{ key: 'a' }]);
  expect(body.failedKeys).toMatchObject([
    { key: 'a', entityName: 'employee', error: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
  expect(store.storage.dump(SITE)).toMatchObject([{ entityName: 'employee', key: 'a', value: { age: 30 } }]);
  expect((await store.call('batch/get', [items[1]])).body.failedKeys).toEqual([]);
  store.storage.settings.partialBatchFailure = () => false;
  expect((await store.call('batch/delete', items)).body.successfulKeys).toEqual(items);
});

test('metadata where an item asks for it', async () => {
  const { body } = await store.call('batch/get', [
    { key: 'a', options: { metadataFields: ['CREATED_AT'] } },
    { key: 'a', entityName: 'employee' },
  ]);
  expect(body.successfulKeys?.map((item) => 'createdAt' in item)).toEqual([true, false]);
});

test('a batch counts as one request of its size', async () => {
  store.storage.resetUsage(SITE);
  await store.call(
    'batch/set',
    Array.from({ length: 25 }, (_, i) => ({ key: `k${i}`, value: i })),
  );
  expect(store.storage.usage(SITE)).toMatchObject({ requests: 1, writeUnits: 1, rowsWritten: 25 });
});
