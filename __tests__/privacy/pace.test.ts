import { engine } from '../../src/app';
import { emptyCohort } from '../../src/privacy/cohorts';
import { COHORT } from '../../src/privacy/data-sets/cohort';
import { AUDIT } from '../../src/privacy/data-sets/audit';
import type { Engine, JobMessage } from '../../src/privacy/engine';
import { inBackground, workMs } from '../../src/privacy/pace';
import { counted } from '../../src/storage/units';
import type { Store } from '../../src/storage/store';
import { openInside, type Inside } from '../setup/inside';
import { plant } from '../setup/plant';

/** What a scan may use in a minute. */
const SHARE = 500;
const MINUTE_MS = 60_000;
const AT = '2026-03-02T08:00:00.000Z';

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

const groupOf = (size: number) => ({
  ...emptyCohort(),
  size,
  members: Array.from({ length: size }, (_, n) => ({
    accountId: `712020:22222222-0000-4000-8000-${String(n).padStart(12, '0')}`,
    updatedAt: AT,
  })),
});
const groups = Array.from({ length: 130 }, (_, n) => ({ dataSet: COHORT, key: String(n + 1) }));

/** Units that the local Forge counted, and those of which the store told. */
async function unitsOf(work: (store: Store) => Promise<unknown>): Promise<{ told: number; used: number }> {
  const { storageId } = inside.forge.installations.get();
  let told = 0;
  await inside.run(async () => {
    inside.forge.storage.resetUsage(storageId);
    await work(counted(engine.store, (units) => (told += units)));
  });
  const { readUnits, writeUnits } = inside.forge.storage.usage(storageId);
  return { told, used: readUnits + writeUnits };
}

describe('What a call costs is told as Forge counts it', () => {
  beforeEach(() =>
    inside.run(async () => {
      for (const { key } of groups) await plant(engine.store, COHORT, key, groupOf(Number(key) % 90));
    }),
  );

  const CALLS: Array<[string, (store: Store) => Promise<unknown>]> = [
    ['one row', (store) => store.get(COHORT, '89')],
    ['a row that is not there', (store) => store.get(COHORT, '999')],
    ['many rows by key', (store) => store.getAll(groups)],
    ['those that are there', (store) => store.present([...groups, { dataSet: COHORT, key: '999' }])],
    ['pages of large rows', (store) => store.query(COHORT, { index: 'by-key', limit: 500 })],
    ['a page of an entity', (store) => store.entityPage(COHORT, '30')],
    ['a page with nothing on it', (store) => store.query(AUDIT, { index: 'by-key' })],
    ['a write', (store) => plant(store, COHORT, '1', groupOf(90))],
    ['a row that is there already', (store) => store.putIfAbsent(COHORT, '1', groupOf(90))],
    [
      'a transaction',
      (store) =>
        store.transact(
          groups
            .slice(0, 20)
            .map((ref) => ({ do: 'set' as const, ...ref, row: groupOf(60), expected: 'guarded' as const })),
        ),
    ],
    ['deletions', async (store) => store.deleteAsRead((await store.present(groups)).slice(0, 60))],
  ];

  test.each(CALLS)('%s', async (_, work) => {
    const { told, used } = await unitsOf(work);
    expect(used).toBeGreaterThan(0);
    expect(Math.abs(told - used)).toBeLessThanOrEqual(Math.max(1, used / 10));
  });

  test('a call that fails has cost something, too', async () => {
    inside.forge.faults.add({ remote: 'kvs', outcome: { kind: 'rate-limited' } });
    const { told } = await unitsOf((store) => store.get(COHORT, '1').catch(() => undefined));
    expect(told).toBe(1);
  });
});

/** An engine for a scan at a time that only a test moves, and what it hands to the queue. */
function scanning(mostMs?: number) {
  const pushed: Array<[job: JobMessage['job'], seconds: number]> = [];
  const time = { now: Date.parse(AT) };
  const by: Engine = {
    ...engine,
    store: { ...engine.store, get: async () => undefined },
    queue: { push: async ({ job }, seconds) => void pushed.push([job, seconds]) },
    now: () => new Date(time.now),
    remainingMs: () => 900_000,
  };
  const background = inBackground(by, 'scan', mostMs);
  const use = async (units: number): Promise<void> => {
    for (let used = 0; used < units; used += 1) await background.store.get(COHORT, '1');
  };
  return { time, pushed, use, background, left: () => workMs(background) };
}

describe('A job in the background', () => {
  test('takes on no more when it has used its share of a minute, and again with the minutes that pass', async () => {
    const { time, use, left } = scanning();
    await use(SHARE - 1);
    expect(left()).toBe(900_000);
    await use(1);
    expect(left()).toBe(0);
    time.now += MINUTE_MS;
    expect(left()).toBe(900_000);
    await use(SHARE);
    expect(left()).toBe(0);
  });

  test('goes on when what it used is paid for, while others are not kept waiting', async () => {
    const { time, pushed, use, background } = scanning();
    await use(SHARE);
    time.now += 10_000;
    await background.queue.push({ job: 'scan' }, 0);
    await background.queue.push({ job: 'scan' }, 600);
    await background.queue.push({ job: 'reporting' }, 0);
    await use(20 * SHARE);
    await background.queue.push({ job: 'scan' }, 0);
    expect(pushed).toEqual([
      ['scan', 50],
      ['scan', 600],
      ['reporting', 0],
      ['scan', 900],
    ]);
  });

  test('pays for the erasures that it begins', async () => {
    const { pushed, background, left } = scanning();
    for (let begun = 0; left() > 0; begun += 1)
      await background.queue.push({ job: 'erasure', id: `${begun}` }, 0);
    expect(pushed.length).toBeLessThan(20);
    expect(pushed.every(([, seconds]) => seconds === 0)).toBe(true);
  });

  test('ends with its share of the time, however little it used', () => {
    const { time, left } = scanning(100_000);
    expect(left()).toBe(100_000);
    time.now += 99_000;
    expect(left()).toBe(1_000);
  });
});
