import type { LocalForge } from '../../../local/forge';
import type { PlatformCall } from '../../../local/faults/types';
import type { LoadedRow } from '../../../local/storage';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import type { Scan } from '../../../src/privacy/data-sets/scan';
import { personOf } from '../../behaviour/person';
import { stored, storeMentions } from '../../properties/stored';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';

const { anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;
const HASH = 'b'.repeat(64);
const ENTRIES = 12_000;
/** With 10 s a page, what one invocation of 900 s gets through. */
const SLOW_MS = 10_000;
/** Beside full pages: one for each entity, and one where a pass is handed over. */
const CONSTANT = 30;

let forge: LocalForge;
let pages: number;

const isScanPage = ({ path, body, functionKey }: PlatformCall): boolean =>
  functionKey === 'run-job' && path === '/api/v1/entity/query' && body.includes('"by-key"');

/** Counts the pages of the scan, and leaves every call as it is. */
function countPages(call: PlatformCall): boolean {
  if (isScanPage(call)) pages += 1;
  return false;
}

const entryId = (n: number): string => `11111111222243338444${String(n).padStart(12, '0')}`;
const entryOf = (accountId: string, n: number): LoadedRow => ({
  store: 'entity',
  entityName: 'time-entry',
  key: `${accountId}#${entryId(n)}`,
  value: {
    accountId,
    issueId: '20001',
    startedOn: '2026-02-01',
    seconds: 60,
    createdAt: '2026-02-20T10:00:00.000Z',
    position: `2026-02-01#${entryId(n)}`,
  },
});

/** Anna has very many entries, whose keys begin alike; Ben's erasure waits to be confirmed. */
beforeEach(async () => {
  forge = await openTestForge({ storage: { quotas: 'off' } });
  await personOf(forge, anna).log('2026-02-27');
  await personOf(forge, ben).log('2026-02-27');
  await load(Array.from({ length: ENTRIES }, (_, n) => entryOf(anna, n)));
  await personOf(forge, ben).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(10 * 60_000);
  pages = 0;
  forge.faults.add({ matches: countPages, outcome: { kind: 'cut' } });
});
afterEach(() => forge.close());

const load = (rows: LoadedRow[]) => forge.storage.load(forge.installations.get().storageId, rows);
const rowsOf = <Row>(name: string): Row[] => storedRows(forge, name).map(({ value }) => value as Row);
const states = (): string[] => rowsOf<ErasureJob>('erasure').map(({ state }) => state);
const scan = (): Scan | undefined => rowsOf<Scan>('scan')[0];
const mostPages = (): number => Math.ceil(stored(forge).rows.length / 100) + CONSTANT;
const waiting = () => forge.queue.pending().filter(({ body }) => body['job'] === 'scan');
const slowPages = (): void => {
  forge.faults.add({ matches: isScanPage, outcome: { kind: 'slow', ms: SLOW_MS } });
};
const passes = (): number =>
  forge.invocations.list().filter(({ logs }) => JSON.stringify(logs).includes('scan-finished')).length;

/** Until the pass is in the middle of the entries, handed over, and its event waits in a late queue. */
async function untilHandedOver(): Promise<void> {
  slowPages();
  forge.queue.mode.extraDelayMs = 10 * 3_600_000;
  for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 10) {
    await forge.clock.advance(10 * 60_000);
    if ((scan()?.rows ?? 0) > 1000 && waiting().length > 0) break;
  }
  expect(scan()).toMatchObject({ dataSet: 'time-entry' });
  forge.queue.mode.extraDelayMs = 0;
}

test('a data set of one person that takes several invocations is scanned once, and the erasure confirmed', async () => {
  slowPages();
  await forge.clock.advance(2 * DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(pages).toBeLessThanOrEqual(mostPages());
  expect(scan()?.rows).toBeGreaterThan(ENTRIES);
});

test('however short the invocations are, each goes on where the last one stopped', async () => {
  // Longer than what is kept to spare: four or five pages each.
  forge.faults.add({ matches: isScanPage, outcome: { kind: 'slow', ms: 160_000 } });
  await forge.clock.advance(2 * DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(pages).toBeLessThanOrEqual(mostPages() + Math.ceil(ENTRIES / 400));
  expect(passes()).toBe(1);
  // No row was looked at twice.
  expect(scan()?.rows).toBeGreaterThan(ENTRIES);
  expect(scan()?.rows).toBeLessThanOrEqual(stored(forge).rows.length);
});

test('between two invocations neither the row of the pass nor its event names anybody', async () => {
  await untilHandedOver();
  const kept = JSON.stringify([scan(), waiting()]);
  expect(waiting()[0]?.body).toMatchObject({ from: expect.any(String) as string });
  expect(kept).not.toContain(anna);
  expect(kept).not.toContain(anna.slice(-12));
  expect(kept).not.toContain('111111112222');
});

test('what is added and removed between two invocations makes it neither skip nor begin again', async () => {
  await untilHandedOver();
  const seen = scan()?.rows ?? 0;
  // Behind the place, around it, and ahead of it: Chloe's are what an erasure overlooked.
  await load(Array.from({ length: 300 }, (_, n) => entryOf(anna, 20_000 + n)));
  await load([entryOf(chloe, 1), entryOf(chloe, 2)]);
  await personOf(forge, anna).user('deleteEntries', { ids: [entryId(seen - 1), entryId(seen), entryId(1)] });
  await forge.clock.advance(3 * DAY_MS);
  expect(storeMentions(forge, chloe)).toBe(false);
  expect(states()).toContain('confirmed');
  expect(pages).toBeLessThanOrEqual(2 * mostPages());
});

test.each([0.02, 0.1])('storage that refuses %d of all calls costs few pages more', async (probability) => {
  slowPages();
  forge.faults.add({ remote: 'kvs', functionKey: 'run-job', probability, outcome: { kind: 'rate-limited' } });
  await forge.clock.advance(3 * DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(pages).toBeLessThanOrEqual(mostPages() * (1 + 8 * probability));
});

test('a pass that the queue lost is taken up by the daily run at the data set where it was', async () => {
  await untilHandedOver();
  const before = pages;
  forge.queue.mode.losses = 1;
  await forge.clock.advance(10 * 3_600_000);
  expect(waiting()).toEqual([]);
  forge.queue.mode.losses = 0;
  await forge.clock.advance(2 * DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(pages - before).toBeLessThanOrEqual(mostPages());
});

test('events that come twice, late and out of order do not double the work', async () => {
  slowPages();
  Object.assign(forge.queue.mode, { duplicates: 1, shuffle: true, parallel: 2, extraDelayMs: 600_000 });
  await forge.clock.advance(3 * DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(passes()).toBe(1);
  expect(pages).toBeLessThanOrEqual(mostPages());
});

test('while a pass runs, the daily run leaves it alone', async () => {
  slowPages();
  await forge.clock.advance(DAY_MS / 24);
  for (let run = 0; run < 3; run += 1) {
    await forge.schedule.run('daily');
    await forge.clock.advance(60_000);
  }
  await forge.clock.advance(DAY_MS);
  expect(states()).toEqual(['confirmed']);
  expect(pages).toBeLessThanOrEqual(mostPages());
});

test('a second pass begins at the beginning, and what an earlier one left in the queue does not move it', async () => {
  await untilHandedOver();
  const [event] = waiting();
  await forge.clock.advance(DAY_MS);
  const first = scan()?.startedAt;
  await personOf(forge, chloe).log('2026-02-27');
  await personOf(forge, chloe).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(3 * DAY_MS);
  expect(states()).toEqual(['confirmed', 'confirmed']);
  expect(scan()?.startedAt).not.toBe(first);
  expect(scan()?.rows).toBeGreaterThan(ENTRIES);
  expect(event?.body).toMatchObject({ pass: first });
});

test('more erasures than one invocation can confirm are all confirmed, and confirmed once', async () => {
  const [done] = rowsOf<ErasureJob>('erasure');
  await load(
    Array.from({ length: 2_500 }, (_, n) => ({
      store: 'entity',
      entityName: 'erasure',
      key: `loaded-erasure-${String(n).padStart(6, '0')}`,
      value: { ...done },
    })),
  );
  forge.faults.add({
    functionKey: 'run-job',
    path: '/api/v1/transaction',
    outcome: { kind: 'slow', ms: 2_000 },
  });
  await forge.clock.advance(2 * DAY_MS);
  expect(states().filter((state) => state !== 'confirmed')).toEqual([]);
  const lines = rowsOf<{ event: string }>('audit').filter(({ event }) => event === 'erasure-confirmed');
  expect(lines).toHaveLength(2_501);
  expect(pages).toBeLessThanOrEqual(mostPages());
});
