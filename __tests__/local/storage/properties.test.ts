import fc from 'fast-check';
import { createRandom } from '../../../local/random';
import { expectQueries, steps, type Employee } from './model';
import { openStore, SITE } from './open-store';

const MAX_LAG = 1500;

const stored = (rows: Map<string, Employee>): unknown[] =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, value }));

test('any run of operations leaves what a Map would hold, and queries agree once the lag is over', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer(), fc.integer({ min: 1, max: 5 }), async (run, seed, limit) => {
      const settings = { queryLagMs: { min: 0, max: MAX_LAG }, quotas: 'off' } as const;
      const store = await openStore(settings, undefined, createRandom(seed));
      const rows = new Map<string, Employee>();
      for (const step of run) await step.run(store, rows);
      expect(store.storage.dump(SITE).map(({ key, value }) => ({ key, value }))).toEqual(stored(rows));
      store.wait(MAX_LAG);
      await expectQueries(store, rows, limit);
      expect(store.storage.dumpIndexes(SITE)).toEqual(store.storage.dump(SITE));
    }),
    { numRuns: 300 },
  );
});

test('without a lag queries agree after every single operation', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (run) => {
      const store = await openStore({ quotas: 'off' });
      const rows = new Map<string, Employee>();
      for (const step of run) {
        await step.run(store, rows);
        await expectQueries(store, rows, 2);
      }
    }),
    { numRuns: 30 },
  );
});

test('an index shows only states that a row once had', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer(), async (run, seed) => {
      const settings = { queryLagMs: { min: 0, max: MAX_LAG }, quotas: 'off' } as const;
      const store = await openStore(settings, undefined, createRandom(seed));
      const rows = new Map<string, Employee>();
      const states = new Set<string>();
      for (const step of run) {
        await step.run(store, rows);
        for (const { key, value } of store.storage.dump(SITE)) states.add(JSON.stringify([key, value]));
        for (const { key, value } of store.storage.dumpIndexes(SITE)) {
          expect(states).toContain(JSON.stringify([key, value]));
        }
      }
    }),
    { numRuns: 100 },
  );
});
