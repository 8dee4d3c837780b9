import type { LocalForge } from '../../../local/forge';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { personOf } from '../../behaviour/person';
import { stored, storeMentions } from '../../properties/stored';
import { loadPeople } from '../../setup/loaded-person';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

const HASH = 'c'.repeat(64);
/** Queries have caught up after the first; all ends before the first daily run, five minutes after the installation. */
const SETTLED_MS = 10_000;
const ERASED_MS = 200_000;
/** Records in one deletion, and on one page of a query. */
const DELETED_AT_ONCE = 24;
const LISTED_AT_ONCE = 100;
/** Whatever is deleted: fence, states of the job, receipt, and the last, smaller group of each data set. */
const FURTHER_WRITES = 8;
/** Whatever is deleted: the other indexed data sets, and the indexes asked again afterwards. */
const FURTHER_PAGES = 9;

let forge: LocalForge;
beforeEach(async () => {
  forge = await openTestForge({ storage: { quotas: 'off', queryLagMs: 5_000 } });
});
afterEach(() => forge.close());

async function give(accountId: string, entries: number): Promise<void> {
  if (entries > 0) return loadPeople(forge, [{ accountId, entries }]);
  await personOf(forge, accountId).log('2026-03-01');
  const [entry] = stored(forge).entries.filter((row) => row.accountId === accountId);
  await personOf(forge, accountId).user('deleteEntries', { ids: [entry?.key.split('#')[1]] });
}

/** What the record of the erasure says of entries. */
const erased = (): number =>
  stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [(value as ErasureJob).erased['time-entry'] ?? 0] : [],
  )[0] ?? -1;

/** What an erasure to its end wrote and listed. */
async function costOfErasing(accountId: string): Promise<{ writes: number; pages: number; reads: number }> {
  await forge.clock.advance(SETTLED_MS);
  forge.invocations.clear();
  await personOf(forge, accountId).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(ERASED_MS);
  const count = (...paths: string[]): number =>
    forge.invocations
      .list()
      .flatMap(({ calls }) => paths.map((path) => calls[`kvs /api/v1/${path}`] ?? 0))
      .reduce((sum, calls) => sum + calls, 0);
  return {
    writes: count('batch/delete', 'transaction', 'entity/set', 'set', 'entity/delete', 'delete'),
    pages: count('entity/query', 'query'),
    reads: count('batch/get', 'entity/get', 'get', 'secret/get'),
  };
}

test.each([0, 1, 24, 25, 100, 684, 5_000])(
  'deleting %i entries costs their number of groups and pages and a constant',
  async (entries) => {
    await give(PEOPLE.ben, 40);
    await give(PEOPLE.anna, entries);
    const { writes, pages, reads } = await costOfErasing(PEOPLE.anna);
    expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
    expect(erased()).toBe(entries);
    expect(writes).toBeLessThanOrEqual(Math.ceil(entries / DELETED_AT_ONCE) + FURTHER_WRITES);
    expect(pages).toBeLessThanOrEqual(Math.ceil(entries / LISTED_AT_ONCE) + FURTHER_PAGES);
    // Each record is read before, so that it is counted once, and after.
    expect(reads).toBeLessThanOrEqual(2 * Math.ceil(entries / DELETED_AT_ONCE) + 20);
  },
);

test('what others have costs nothing', async () => {
  await give(PEOPLE.ben, 1);
  await give(PEOPLE.anna, 300);
  const alone = await costOfErasing(PEOPLE.anna);
  await forge.close();
  forge = await openTestForge({ storage: { quotas: 'off', queryLagMs: 5_000 } });
  await loadPeople(forge, [
    { accountId: PEOPLE.ben, entries: 3_000 },
    { accountId: PEOPLE.chloe, entries: 3_000 },
    { accountId: PEOPLE.anna, entries: 300 },
  ]);
  expect(await costOfErasing(PEOPLE.anna)).toEqual(alone);
});
