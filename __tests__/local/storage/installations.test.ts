import { listKeys, openStore, setEmployee, SITE } from './open-store';

const OTHER = 'installation-2';

test('two installations see nothing of each other', async () => {
  const store = await openStore();
  await store.call('set', { key: 'a', value: 'mine' });
  await store.call('set', { key: 'a', value: 'theirs' }, OTHER);
  await store.call('secret/set', { key: 's', value: 'hidden' });
  await setEmployee(store, 'e', { age: 1 });
  expect((await store.call('get', { key: 'a' }, OTHER)).body.value).toBe('theirs');
  expect((await store.call('secret/get', { key: 's' }, OTHER)).status).toBe(404);
  expect(
    (await store.call('entity/query', { entityName: 'employee', indexName: 'by-key' }, OTHER)).body.data,
  ).toEqual([]);
  await store.call('delete', { key: 'a' }, OTHER);
  expect((await store.call('get', { key: 'a' })).body.value).toBe('mine');
  expect(store.storage.dump(OTHER)).toEqual([]);
});

test('emptying one leaves the other, queries included', async () => {
  const store = await openStore({ queryLagMs: 60_000 });
  await store.call('set', { key: 'a', value: 1 });
  await store.call('set', { key: 'a', value: 2 }, OTHER);
  store.wait(60_000);
  await store.storage.empty(SITE);
  expect([store.storage.dump(SITE), store.storage.dumpIndexes(SITE)]).toEqual([[], []]);
  expect(store.storage.dump(OTHER)).toHaveLength(1);
});

describe('loading in bulk', () => {
  test('20,000 rows, listed at once, outside the rates', async () => {
    const store = await openStore({ queryLagMs: 60_000 });
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      store: 'entity' as const,
      entityName: 'employee',
      key: `e${i}`,
      value: { age: i, country: `C${i % 100}` },
    }));
    await store.storage.load(SITE, rows);
    expect(
      await listKeys(store, { indexName: 'by-country-and-age', partition: ['C7'], limit: 100 }),
    ).toHaveLength(200);
    expect(store.storage.usage(SITE)).toMatchObject({ writeUnits: 0 });
  }, 60_000);

  test('takes every store', async () => {
    const store = await openStore();
    const rows = [
      { store: 'plain' as const, key: 'p', value: 1 },
      { store: 'secret' as const, key: 's', value: 2 },
      { store: 'entity' as const, entityName: 'author', key: 'a', value: { surname: 'A' } },
    ];
    await store.storage.load(SITE, rows);
    expect(store.storage.dump(SITE)).toMatchObject(rows);
  });

  test('keeps none when one is refused, and says which', async () => {
    const store = await openStore();
    const load = store.storage.load(SITE, [
      { store: 'plain', key: 'good', value: 1 },
      { store: 'entity', entityName: 'employee', key: 'bad', value: { age: 'old' } },
    ]);
    await expect(load).rejects.toMatchObject({ code: 'INCORRECT_PROPERTY_TYPE' });
    await expect(load).rejects.toThrow('Row 2 cannot be stored, so none was.');
    expect(store.storage.dump(SITE)).toEqual([]);
  });
});
