import * as fc from 'fast-check';
import { createRandom } from '../../local/random';
import { engine } from '../../src/app';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { history, platform, storageOf, worsen, type Platform } from './histories';
import { overrunOf } from './overrun';
import { contradictions, stored, storeMentions } from './stored';
import { World, type Happening } from './world';

const SUBJECTS = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
const DAY_MS = 86_400_000;
/** Many times as many as the longest history needs. */
const MOST_STORAGE_CALLS = 50_000;
/** A history takes a second at the very most; one that stands still is told by its seed, too. */
const MOST_MS = 60_000;

/**
 * A failure ends it at once, with its seed and path: making such a history shorter takes thousands of further ones. To do
 * that, run it again with `SEED`, `REPLAY_PATH` and `SHRINK=1`.
 */
const { RUNS, SEED, REPLAY_PATH, SHRINK } = process.env;
const settings: fc.Parameters<[Happening[], Platform]> = {
  numRuns: RUNS === undefined ? runCount(500, 10_000) : Number(RUNS),
  plugins: [fc.timeout(MOST_MS) as fc.Plugin<[Happening[], Platform]>],
  endOnFailure: SHRINK !== '1',
  ...(SEED !== undefined && { seed: Number(SEED) }),
  ...(REPLAY_PATH !== undefined && { path: REPLAY_PATH }),
};

test('whatever happens, the erased leave no trace and everyone else’s data is what it should be', async () => {
  await fc.assert(fc.asyncProperty(history, platform, live), settings);
}, 3_600_000);

async function live(happenings: Happening[], made: Platform): Promise<void> {
  const forge = await openTestForge({ seed: made.seed, storage: storageOf(made) });
  jest.spyOn(engine, 'pause').mockImplementation((ms) => Promise.resolve(forge.clock.pass(ms)));
  jest.spyOn(Math, 'random').mockImplementation(createRandom(made.seed));
  const overrun = overrunOf(forge, MOST_STORAGE_CALLS);
  try {
    const world = new World(forge, SUBJECTS, PEOPLE.admin);
    await Promise.race([liveIn(world, happenings, made), overrun]);
  } finally {
    jest.restoreAllMocks();
    await forge.close();
  }
}

async function liveIn(world: World, happenings: Happening[], made: Platform): Promise<void> {
  const repair = worsen(world.forge, made);
  await world.live(happenings);
  repair();
  await world.forge.clock.advance(4 * DAY_MS);
  expectTheModel(world);
}

function expectTheModel({ forge, model }: World): void {
  expect(contradictions(forge)).toEqual([]);
  const states = stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [(value as ErasureJob).state] : [],
  );
  expect(states.filter((state) => state !== 'done' && state !== 'confirmed')).toEqual([]);
  for (const accountId of SUBJECTS) {
    const expected = model.entries.get(accountId) ?? new Map<string, number>();
    if (expected.size === 0 && !model.restricted.has(accountId)) {
      expect(storeMentions(forge, accountId)).toBe(false);
    }
    const held = stored(forge).entries.filter((row) => row.accountId === accountId);
    const asModel = held.map(({ key, seconds }): [string, number] => [
      key.slice(accountId.length + 1),
      seconds,
    ]);
    expect(new Map(asModel.sort())).toEqual(new Map([...expected].sort()));
  }
}
