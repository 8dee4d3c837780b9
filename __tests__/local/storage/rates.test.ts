import { openStore, SITE, type Store } from './open-store';

async function fill(store: Store, calls: number, path: string, body: object): Promise<void> {
  for (let call = 0; call < calls; call++) {
    if (call % 1000 === 0) store.wait(1000);
    expect((await store.call(path, body)).status).toBeLessThan(300);
  }
}

const KIB = 1024;

test('1,000 requests a second; the next second is free again', async () => {
  const store = await openStore();
  await fill(store, 1000, 'query', {});
  const refused = await store.call('query', {});
  expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  expect(refused.body.message).toContain('the limit is 1000');
  store.wait(1000);
  expect((await store.call('query', {})).status).toBe(200);
});

test.each([
  ['query', {}, 'set', { key: 'a', value: 1 }],
  ['set', { key: 'a', value: 1 }, 'query', {}],
] as const)('4,000 of %s a minute; the other kind is counted apart', async (path, body, other, otherBody) => {
  const store = await openStore();
  await fill(store, 4000, path, body);
  store.wait(1000);
  expect((await store.call(path, body)).status).toBe(429);
  expect((await store.call(other, otherBody)).status).toBeLessThan(300);
  store.wait(60_000);
  expect((await store.call(path, body)).status).toBeLessThan(300);
});

test('a write counts by its size, a read by its answer, in units of 10 KB', async () => {
  const store = await openStore();
  await store.call('set', { key: 'a', value: 'x'.repeat(65 * KIB) });
  await store.call('get', { key: 'a' });
  await store.call('get', { key: 'missing' });
  expect(store.storage.usage(SITE)).toMatchObject({
    calls: { set: 1, get: 2 },
    requests: 3,
    writeUnits: 7,
    readUnits: 7 + 1,
    rowsRead: 1,
    rowsWritten: 1,
  });
  store.storage.resetUsage(SITE);
  expect(store.storage.usage(SITE)).toMatchObject({ calls: {}, requests: 0, bytesRead: 0, bytesWritten: 0 });
});

test('a transaction of 25 small rows costs one unit', async () => {
  const store = await openStore();
  await store.call('transaction', {
    set: Array.from({ length: 25 }, (_, i) => ({ key: `k${i}`, value: i })),
  });
  expect(store.storage.usage(SITE)).toMatchObject({ writeUnits: 1, rowsWritten: 25 });
});

test('a refused write leaves nothing, and another installation has rates of its own', async () => {
  const store = await openStore();
  await fill(store, 1000, 'query', {});
  expect((await store.call('set', { key: 'a', value: 1 })).status).toBe(429);
  expect(store.storage.dump(SITE)).toEqual([]);
  expect((await store.call('set', { key: 'a', value: 1 }, 'installation-2')).status).toBe(204);
});

test('the other documented code, and quotas off', async () => {
  const store = await openStore({ rateLimitCode: 'RATE_LIMIT_EXCEEDED' });
  await fill(store, 1000, 'query', {});
  expect((await store.call('query', {})).body.code).toBe('RATE_LIMIT_EXCEEDED');
  store.storage.settings.quotas = 'off';
  expect((await store.call('query', {})).status).toBe(200);
});
