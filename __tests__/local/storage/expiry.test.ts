import { openStore, SITE, START, type Store } from './open-store';

const HOUR = 3_600_000;

const setFor = (store: Store, value: number, unit: string, key = 'a'): Promise<{ status: number }> =>
  store.call('set', { key, value: 1, options: { ttl: { value, unit } } });

const expiryShown = async (store: Store): Promise<string | undefined> => {
  const { body } = await store.call('query', { options: { metadataFields: ['EXPIRE_TIME'] } });
  return body.data?.[0]?.expireTime;
};

test.each([
  ['SECONDS', 1000],
  ['MINUTES', 60_000],
  ['HOURS', HOUR],
  ['DAYS', 24 * HOUR],
])('a ttl in %s', async (unit, ms) => {
  const store = await openStore();
  await setFor(store, 2, unit);
  expect(store.storage.dump(SITE)).toMatchObject([{ expiresAt: START + 2 * ms }]);
  expect(await expiryShown(store)).toBe(new Date(START + 2 * ms).toISOString());
});

test.each([
  [{ value: 365, unit: 'DAYS' }, 204],
  [{ value: 366, unit: 'DAYS' }, 400],
  [{ value: 0, unit: 'DAYS' }, 400],
  [{ value: 1.5, unit: 'DAYS' }, 400],
  [{ value: '1', unit: 'DAYS' }, 400],
  [{ value: 1, unit: 'WEEKS' }, 400],
  [{ value: 1 }, 400],
])('ttl %j answers %d', async (ttl, status) => {
  const store = await openStore();
  expect((await store.call('set', { key: 'a', value: 1, options: { ttl } })).status).toBe(status);
});

test('an expired row can be read, listed and not set anew until it is swept, up to 48 hours later', async () => {
  const store = await openStore();
  await setFor(store, 1, 'HOURS');
  const create = { key: 'a', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } };
  store.wait(HOUR + 48 * HOUR - 1);
  expect((await store.call('get', { key: 'a' })).status).toBe(200);
  expect((await store.call('query', {})).body.data).toHaveLength(1);
  expect((await store.call('set', create)).status).toBe(409);
  expect(store.storage.dump(SITE)).toHaveLength(1);
  store.wait(1);
  expect((await store.call('get', { key: 'a' })).status).toBe(404);
  expect((await store.call('query', {})).body.data).toEqual([]);
  expect(store.storage.dump(SITE)).toEqual([]);
  expect((await store.call('set', create)).status).toBe(204);
});

test('swept the moment it expires, where the switch says so', async () => {
  const store = await openStore({ ttlRemovalLagMs: 0 });
  await setFor(store, 1, 'HOURS');
  store.wait(HOUR - 1);
  expect((await store.call('get', { key: 'a' })).status).toBe(200);
  store.wait(1);
  expect((await store.call('get', { key: 'a' })).status).toBe(404);
});

test('queries lag behind the sweep as behind any deletion', async () => {
  const store = await openStore({ ttlRemovalLagMs: 0 });
  await setFor(store, 1, 'HOURS');
  store.storage.settings.queryLagMs = 5000;
  store.wait(HOUR + 4999);
  expect((await store.call('get', { key: 'a' })).status).toBe(404);
  expect((await store.call('query', {})).body.data).toHaveLength(1);
  store.wait(1);
  expect((await store.call('query', {})).body.data).toEqual([]);
});

test('a write without a ttl ends an earlier one, a write with one starts it anew', async () => {
  const store = await openStore({ ttlRemovalLagMs: 0 });
  await setFor(store, 1, 'HOURS', 'stays');
  await setFor(store, 1, 'HOURS', 'longer');
  await store.call('set', { key: 'stays', value: 2 });
  store.wait(HOUR / 2);
  await setFor(store, 1, 'HOURS', 'longer');
  store.wait(HOUR / 2);
  expect(store.storage.dump(SITE).map(({ key }) => key)).toEqual(['longer', 'stays']);
  store.wait(HOUR / 2);
  expect(store.storage.dump(SITE).map(({ key }) => key)).toEqual(['stays']);
});

test('secrets, entities, batches and transactions take a ttl too', async () => {
  const store = await openStore({ ttlRemovalLagMs: 0 });
  const options = { ttl: { value: 1, unit: 'HOURS' } };
  await store.call('secret/set', { key: 's', value: 1, options });
  await store.call('entity/set', { entityName: 'author', key: 'e', value: {}, options });
  await store.call('batch/set', [{ key: 'b', value: 1, options }]);
  await store.call('transaction', { set: [{ key: 't', value: 1, options }] });
  expect(store.storage.dump(SITE)).toHaveLength(4);
  store.wait(HOUR);
  expect(store.storage.dump(SITE)).toEqual([]);
});
