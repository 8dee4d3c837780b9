import { listKeys, openStore, setEmployee, SITE, type Store } from './open-store';

const LAG = 5000;
const BY_AGE = { indexName: 'by-age' };

const agesShown = async (store: Store): Promise<unknown[]> => {
  const { body } = await store.call('entity/query', { entityName: 'employee', ...BY_AGE });
  return (body.data ?? []).map(({ value }) => (value as { age: number }).age);
};

const remove = (store: Store, key: string): Promise<unknown> =>
  store.call('entity/delete', { entityName: 'employee', key });

test('a new row is read strictly at once and listed after the lag', async () => {
  const store = await openStore({ queryLagMs: LAG });
  await setEmployee(store, 'e', { age: 1 });
  expect((await store.call('entity/get', { entityName: 'employee', key: 'e' })).status).toBe(200);
  store.wait(LAG - 1);
  expect(await listKeys(store, BY_AGE)).toEqual([]);
  expect(await listKeys(store, { indexName: 'by-key' })).toEqual([]);
  store.wait(1);
  expect(await listKeys(store, BY_AGE)).toEqual(['e']);
  expect(await listKeys(store, { indexName: 'by-key' })).toEqual(['e']);
});

test('a deleted row is still listed, with its old value, until the lag is over', async () => {
  const store = await openStore();
  await setEmployee(store, 'e', { age: 1 });
  await store.call('set', { key: 'plain', value: 1 });
  store.storage.settings.queryLagMs = LAG;
  await remove(store, 'e');
  await store.call('delete', { key: 'plain' });
  expect(await agesShown(store)).toEqual([1]);
  expect((await store.call('query', {})).body.data).toEqual([{ key: 'plain', value: 1 }]);
  expect(store.storage.dump(SITE)).toEqual([]);
  expect(store.storage.dumpIndexes(SITE).map(({ key }) => key)).toEqual(['plain', 'e']);
  store.wait(LAG);
  expect(await agesShown(store)).toEqual([]);
  expect(store.storage.dumpIndexes(SITE)).toEqual([]);
});

test('a changed row is listed at its old place with its old value', async () => {
  const store = await openStore();
  await setEmployee(store, 'e', { age: 1 });
  store.storage.settings.queryLagMs = LAG;
  await setEmployee(store, 'e', { age: 2 });
  await setEmployee(store, 'e', { age: 3 });
  expect(await agesShown(store)).toEqual([1]);
  store.wait(LAG);
  expect(await agesShown(store)).toEqual([3]);
});

test('changes of one row show in the order made, also when the lag becomes shorter meanwhile', async () => {
  const store = await openStore({ queryLagMs: LAG });
  await setEmployee(store, 'e', { age: 1 });
  store.storage.settings.queryLagMs = 0;
  await setEmployee(store, 'e', { age: 2 });
  await setEmployee(store, 'other', { age: 9 });
  expect(await agesShown(store)).toEqual([9]);
  store.wait(LAG);
  expect(await agesShown(store)).toEqual([2, 9]);
});

test('with a varying lag each index shows a write in its own time', async () => {
  const draws = [0.1, 0.9];
  const store = await openStore({ queryLagMs: { min: 0, max: 1000 } }, undefined, () => draws.shift() ?? 0.5);
  await store.call('entity/set', { entityName: 'author', key: 'a', value: { surname: 'A' } });
  await store.call('entity/set', { entityName: 'author', key: 'b', value: { surname: 'B' } });
  const shown = async (): Promise<number | undefined> =>
    (await store.call('entity/query', { entityName: 'author', indexName: 'by-key' })).body.data?.length;
  expect(await shown()).toBe(0);
  store.wait(100);
  expect(await shown()).toBe(1);
  store.wait(800);
  expect(await shown()).toBe(2);
});

test('indexes of one row may disagree while a varying lag lasts', async () => {
  const draws = [1, 0];
  const store = await openStore({ queryLagMs: { min: 0, max: 1000 } }, undefined, () => draws.shift() ?? 0);
  await setEmployee(store, 'e', { surname: 'Abel', age: 1 });
  expect(await listKeys(store, { indexName: 'by-key' })).toEqual([]);
  expect(await listKeys(store, { indexName: 'surname' })).toEqual(['e']);
});

test('a row deleted before its index knew it never shows', async () => {
  const store = await openStore({ queryLagMs: LAG });
  await setEmployee(store, 'e', { age: 1 });
  await remove(store, 'e');
  store.wait(LAG);
  expect(await agesShown(store)).toEqual([]);
});

test('a lag whose ends are swapped is named', async () => {
  const store = await openStore({ queryLagMs: { min: 2, max: 1 } });
  await expect(setEmployee(store, 'e', { age: 1 })).rejects.toThrow('from 2 to 1 ms');
});
