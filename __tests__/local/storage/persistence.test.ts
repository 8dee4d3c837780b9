import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '../../../local/storage';
import { listKeys, MANIFEST, openStore, setEmployee, SITE, START } from './open-store';

const OTHER = 'installation-2';
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'storage-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('everything is there again after reopening: stores, times, indexes, installations', async () => {
  const first = await openStore({}, directory);
  const ttl = { value: 1, unit: 'HOURS' };
  await first.call('set', { key: 'p', value: { a: [1, 'ü'] }, options: { ttl } });
  await first.call('secret/set', { key: 's', value: 'hidden' });
  await setEmployee(first, 'e', { age: 30, country: 'AU' });
  await setEmployee(first, 'gone', { age: 31 });
  await first.call('entity/delete', { entityName: 'employee', key: 'gone' });
  await first.call('set', { key: 'p', value: 'theirs' }, OTHER);
  first.wait(1000);
  await setEmployee(first, 'e', { age: 31, country: 'AU' });
  const dumps = [first.storage.dump(SITE), first.storage.dump(OTHER)];
  await first.storage.close();

  const second = await openStore({ ttlRemovalLagMs: 0 }, directory);
  expect([second.storage.dump(SITE), second.storage.dump(OTHER)]).toEqual(dumps);
  expect(dumps[0]).toMatchObject([
    { expiresAt: START + 3_600_000 },
    { key: 's' },
    { updatedAt: START + 1000 },
  ]);
  expect(await listKeys(second, { indexName: 'by-country-and-age', partition: ['AU'] })).toEqual(['e']);
  second.wait(3_600_000);
  expect((await second.call('get', { key: 'p' })).status).toBe(404);
  await second.storage.close();

  const third = await openStore({}, directory);
  expect(third.storage.dump(SITE).map(({ key }) => key)).toEqual(['s', 'e']);
  await third.storage.close();
});

test('loading, transactions, batches and emptying are kept too', async () => {
  const first = await openStore({}, directory);
  await first.storage.load(SITE, [{ store: 'plain', key: 'loaded', value: 1 }]);
  await first.storage.load(OTHER, [{ store: 'plain', key: 'loaded', value: 1 }]);
  await first.call('transaction', { set: [{ key: 't1', value: 1 }], delete: [{ key: 'loaded' }] });
  await first.call('batch/set', [{ key: 'b1', value: 1 }]);
  await first.storage.empty(OTHER);
  await first.storage.close();
  const second = await openStore({}, directory);
  expect(second.storage.dump(SITE).map(({ key }) => key)).toEqual(['b1', 't1']);
  expect(second.storage.dump(OTHER)).toEqual([]);
  await second.storage.close();
});

test('an entity that the manifest no longer declares stops the opening', async () => {
  const first = await openStore({}, directory);
  await setEmployee(first, 'e', { age: 30 });
  await first.storage.close();
  const opening = openStorage({ manifest: { entities: [] }, now: () => START, directory });
  await expect(opening).rejects.toThrow('rows of entity employee');
});

test('60,000 rows open, each of them', async () => {
  const first = await openStore({}, directory);
  const rows = Array.from({ length: 60_000 }, (_, i) => ({
    store: 'entity' as const,
    entityName: 'employee',
    key: `e${i}`,
    value: { surname: `S${i}`, age: i, country: `C${i % 100}`, remote: i % 2 === 0 },
  }));
  await first.storage.load(SITE, rows);
  await first.storage.close();
  const second = await openStorage({ manifest: MANIFEST, now: () => START, directory });
  expect(second.dump(SITE)).toHaveLength(60_000);
  await second.close();
}, 120_000);

test('what was answered survives a kill', async () => {
  const script = join(__dirname, 'write-and-die.ts');
  const run = (): Buffer => execFileSync(process.execPath, ['--import', 'tsx', script, directory]);
  expect(run).toThrow(expect.objectContaining({ signal: 'SIGKILL' }) as Error);
  const store = await openStore({}, directory);
  expect(store.storage.dump(SITE).map(({ key }) => key)).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
  await store.storage.close();
}, 120_000);
