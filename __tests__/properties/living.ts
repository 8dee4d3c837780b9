import type { LocalForge, LocalForgeOptions } from '../../local/forge';
import { createRandom } from '../../local/random';
import { engine } from '../../src/app';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import type { Happening } from './happening';
import { storageOf, worsen, type Platform } from './histories';
import { overrunOf } from './overrun';
import { contradictions, stored, storeMentions } from './stored';
import { World } from './world';

export const SUBJECTS = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
const DAY_MS = 86_400_000;
/** Many times as many as the longest history needs. */
const MOST_STORAGE_CALLS = 50_000;

/** What a history has beside what happens in it. */
export interface Circumstances {
  callMs?: LocalForgeOptions['callMs'];
  /** How long entries are kept, where that is short enough to matter. */
  keptDays?: number | undefined;
  /** When all that happened is over and the platform is well again, before the last look. */
  atEnd?: (world: World) => Promise<void>;
}

/** Lives a history, and expects at its end what a simple model says. */
export async function live(
  happenings: Happening[],
  made: Platform,
  { callMs, keptDays, atEnd = () => Promise.resolve() }: Circumstances = {},
): Promise<void> {
  const options = { seed: made.seed, storage: storageOf(made), ...(callMs !== undefined && { callMs }) };
  const forge = await openTestForge(options);
  jest
    .spyOn(engine, 'pause')
    .mockImplementation((ms) =>
      callMs === undefined ? Promise.resolve(forge.clock.pass(ms)) : forge.clock.wait(ms),
    );
  jest.spyOn(Math, 'random').mockImplementation(createRandom(made.seed));
  const overrun = overrunOf(forge, MOST_STORAGE_CALLS);
  try {
    const world = new World(forge, SUBJECTS, PEOPLE.admin, keptDays);
    const lived = liveIn(world, happenings, made).then(() => atEnd(world));
    await Promise.race([lived, overrun]);
    await Promise.race([forge.clock.advance(4 * DAY_MS), overrun]);
    world.expected.settle();
    expectTheModel(world);
  } finally {
    jest.restoreAllMocks();
    await forge.close();
  }
}

async function liveIn(world: World, happenings: Happening[], made: Platform): Promise<void> {
  const { forge, expected } = world;
  if (expected.keptDays !== undefined) await keepFor(forge, expected.keptDays);
  const repair = worsen(forge, made);
  await world.live(happenings);
  repair();
}

const keepFor = (forge: LocalForge, days: number): Promise<unknown> =>
  forge.storage.load(forge.installations.get().storageId, [
    { store: 'plain', key: 'settings', value: { retentionDays: { 'time-entry': days } } },
  ]);

function expectTheModel(world: World): void {
  expect(contradictions(world.forge)).toEqual([]);
  const states = stored(world.forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [(value as ErasureJob).state] : [],
  );
  expect(states.filter((state) => state !== 'done' && state !== 'confirmed')).toEqual([]);
  for (const accountId of SUBJECTS) {
    if (isNotHeld(world, accountId)) expect(storeMentions(world.forge, accountId)).toBe(false);
    expectEntries(world, accountId);
  }
}

/** Somebody whose last entry expired just now is still registered for a day. */
function isNotHeld({ forge, expected }: World, accountId: string): boolean {
  const isThere = stored(forge).people.some((person) => person.accountId === accountId);
  if (isThere && expected.keptDays !== undefined) return false;
  return expected.entriesOf(accountId).size === 0 && !expected.isRestricted(accountId);
}

function expectEntries({ forge, expected }: World, accountId: string): void {
  const held = stored(forge).entries.filter((row) => row.accountId === accountId);
  const asModel = held.map(({ key, seconds }): [string, number] => [
    key.slice(accountId.length + 1),
    seconds,
  ]);
  expect(new Map(asModel.sort())).toEqual(new Map([...expected.entriesOf(accountId)].sort()));
  if (expected.isRestricted(accountId)) return;
  expect(held.filter(({ key }) => expected.hasEnded(key))).toEqual([]);
}
