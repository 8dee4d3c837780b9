import fc from 'fast-check';
import { DATA_MAP } from '../../src/data-map';
import { COHORT } from '../../src/privacy/data-sets/cohort';
import { openStore } from '../../src/storage/store';
import { counted } from '../../src/storage/units';
import { accountsOf } from '../../bench/reporting-rows';
import { openInside, type Inside } from '../setup/inside';
import { runCount } from '../setup/run-count';

let inside: Inside;
let installation: string;
let spent: number;
const store = counted(openStore(DATA_MAP), (units) => {
  spent += units;
});

beforeEach(async () => {
  inside = await openInside();
  installation = inside.forge.installations.get().storageId;
  spent = 0;
});
afterEach(() => inside.forge.close());

/** Cohorts that weigh some kilobytes each, as full ones do. */
async function loadCohorts(count: number): Promise<void> {
  const updatedAt = '2026-03-01T06:00:00.000Z';
  const members = accountsOf(90).map((accountId) => ({ accountId, updatedAt }));
  await inside.forge.storage.load(
    installation,
    Array.from({ length: count }, (_, number) => ({
      store: 'entity' as const,
      entityName: 'cohort',
      key: String(number),
      value: { version: 1, size: 90, countsFrom: updatedAt, reportedAt: updatedAt, members },
    })),
  );
}

const used = (): number => inside.forge.storage.usage(installation).readUnits;

test.each([7, 24, 25, 26, 60])('reading %d heavy rows costs what Forge counts', async (count) => {
  await loadCohorts(count);
  const before = used();
  const refs = Array.from({ length: count }, (_, number) => ({ dataSet: COHORT, key: String(number) }));
  await inside.run(() => store.getAll(refs));
  const cost = used() - before;
  expect(cost).toBeGreaterThan(Math.ceil(count / 25));
  expect(Math.abs(spent - cost)).toBeLessThanOrEqual(Math.ceil(cost / 10));
});

test('reading what is not there costs its operations', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (count) => {
      spent = 0;
      const refs = Array.from({ length: count }, (_, number) => ({ dataSet: COHORT, key: String(number) }));
      await inside.run(() => store.getAll(refs));
      expect(spent).toBe(Math.ceil(count / 25));
    }),
    { numRuns: runCount(10, 100) },
  );
});
