import { LocalForgeError, NotModelledError } from '../../../local/errors';
import { openStorage } from '../../../local/storage';
import { MANIFEST, openStore, START } from './open-store';

test.each([
  ['sql/execute', {}, 'storage POST /api/v1/sql/execute'],
  ['get', { key: 'a', consistency: 'eventual' }, 'the field "consistency" of a get'],
  ['get', { key: 'a', options: { fields: [] } }, 'the field "fields" of the options'],
  ['set', { key: 'a', value: 1, options: { expires: 1 } }, 'the field "expires" of the options of a set'],
  ['entity/query', { entityName: 'author', indexName: 'by-key', offset: 3 }, 'the field "offset" of a query'],
  [
    'query',
    { where: [{ property: 'key', condition: 'BEGINS_WITH', values: ['a'], not: true }] },
    'the field "not"',
  ],
  ['transaction', { get: [] }, 'the field "get" of a transaction'],
  [
    'transaction',
    { set: [{ key: 'a', value: 1, options: { keyPolicy: 'OVERRIDE' } }] },
    'the field "keyPolicy"',
  ],
  ['batch/set', [{ key: 'a', value: 1, options: { keyPolicy: 'OVERRIDE' } }], 'the field "keyPolicy"'],
])('%s %j names what is not modelled and answers nothing', async (path, body, what) => {
  const store = await openStore();
  const call = store.call(path, body);
  await expect(call).rejects.toThrow(NotModelledError);
  await expect(call).rejects.toThrow(what);
  expect(store.storage.dump('installation-1')).toEqual([]);
});

const entity = MANIFEST.entities?.[1] ?? { name: 'author', attributes: {} };
const attributes = { notes: { type: 'any' as const }, name: { type: 'string' as const } };

test.each([
  [{ indexes: ['notes'], attributes }, 'attribute notes is any'],
  [{ indexes: ['salary'] }, 'attribute salary is not declared'],
  [{ indexes: [{ name: 'by-both', range: ['surname', 'surname'] }] }, 'range names 2 attributes'],
  [{ indexes: [{ name: 'by-none', partition: ['surname'] }] }, 'range names 0 attributes'],
  [{ indexes: ['surname', 'surname'] }, 'index name twice'],
  [{ indexes: [{ name: 'by-key', range: ['surname'] }] }, 'index name twice'],
  [
    { indexes: Array.from({ length: 8 }, (_, i) => ({ name: `index-${i}`, range: ['surname'] })) },
    '8 indexes',
  ],
  [
    {
      attributes: Object.fromEntries(
        Array.from({ length: 51 }, (_, i) => [`a${i}`, { type: 'string' as const }]),
      ),
    },
    '51',
  ],
])('a manifest that Forge would not deploy does not open: case %#', async (change, message) => {
  const manifest = { entities: [{ ...entity, ...change }] };
  const opening = openStorage({ manifest, now: () => START });
  await expect(opening).rejects.toThrow(LocalForgeError);
  await expect(opening).rejects.toThrow(message);
});

test('nor does one of 21 entities; one of 20 does', async () => {
  const entities = Array.from({ length: 21 }, (_, i) => ({ ...entity, name: `entity-${i}` }));
  await expect(openStorage({ manifest: { entities }, now: () => START })).rejects.toThrow(
    '21 entities; the limit is 20',
  );
  await expect(
    openStorage({ manifest: { entities: entities.slice(1) }, now: () => START }),
  ).resolves.toBeDefined();
});
