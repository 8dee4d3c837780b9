import type { LoadedRow } from '../../local/storage';
import type { JobState } from '../../src/privacy/data-sets/erasure-job';
import { erasureJob } from '../setup/erasure-job';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();

/** Erasures in a state, which began at a moment each of its own. */
function erasures(state: JobState, count: number): LoadedRow[] {
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 2, 1) + n).toISOString();
    const job = erasureJob({ state, startedAt: at, updatedAt: at });
    const key = `${state}-${String(n).padStart(20, '0')}`;
    return { store: 'entity', entityName: 'erasure', key, value: job };
  });
}

const load = (rows: LoadedRow[]): Promise<void> =>
  app.forge.storage.load(app.forge.installations.get().storageId, rows);
const figures = () => app.person(PEOPLE.admin).admin('getDashboard');

test('the figures count erasures that run or are stuck, each state up to ten', async () => {
  await load([...erasures('stuck', 10), ...erasures('deleting', 3), ...erasures('verifying', 10)]);
  await load(erasures('confirmed', 50));
  await expect(figures()).resolves.toMatchObject({
    stuckErasures: { least: 10 },
    runningErasures: { least: 13 },
  });
  expect((await figures()).stuckErasures).not.toHaveProperty('more');
});

test('where there are more than they count, they say so', async () => {
  await load([...erasures('stuck', 11), ...erasures('fenced', 1_200), ...erasures('verifying', 7)]);
  await expect(figures()).resolves.toMatchObject({
    stuckErasures: { least: 10, more: true },
    runningErasures: { least: 17, more: true },
    openRequests: { least: 0 },
  });
});
