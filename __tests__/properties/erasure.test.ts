import * as fc from 'fast-check';
import type { FaultOutcome } from '../../local/faults/types';
import { engine } from '../../src/app';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { contradictions, stored, storeMentions } from './stored';
import { World, type Happening } from './world';

const SUBJECTS = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
const DAY_MS = 86_400_000;

const who = fc.nat({ max: SUBJECTS.length - 1 });
const outcome: fc.Arbitrary<FaultOutcome> = fc.constantFrom<FaultOutcome>(
  { kind: 'answer', status: 500, body: {} },
  { kind: 'rate-limited' },
  { kind: 'cut' },
  { kind: 'lost-response' },
  { kind: 'crash', when: 'before' },
  { kind: 'crash', when: 'after' },
);
const log = fc.record({
  what: fc.constant('log' as const),
  who,
  day: fc.nat({ max: 400 }),
  minutes: fc.integer({ min: 1, max: 600 }),
});
const remove = fc.record({
  what: fc.constant('delete' as const),
  who,
  share: fc.integer({ min: 1, max: 3 }),
});
const erase = fc.record({
  what: fc.constant('erase' as const),
  who,
  by: fc.constantFrom('person' as const, 'administrator' as const),
});
const restrict = fc.record({ what: fc.constant('restrict' as const), who, restricted: fc.boolean() });
const daily = fc.record({ what: fc.constant('daily' as const) });
const uninstall = fc.record({
  what: fc.constant('uninstall' as const),
  callMs: fc.constantFrom(0, 0, 1_000, 4_000),
  troubles: fc.array(fc.record({ nth: fc.integer({ min: 1, max: 60 }), outcome }), { maxLength: 4 }),
  awayHours: fc.constantFrom(0, 1, 30, 20 * 24),
  relinks: fc.boolean(),
});
const together = fc.record({
  what: fc.constant('together' as const),
  happenings: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: log },
      { weight: 2, arbitrary: erase },
      remove,
      restrict,
      daily,
      uninstall,
    ),
    { minLength: 2, maxLength: 4 },
  ),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: log },
  { weight: 4, arbitrary: together },
  { weight: 2, arbitrary: remove },
  { weight: 3, arbitrary: erase },
  { weight: 1, arbitrary: restrict },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('export' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.nat({ max: 90 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('fault' as const),
      calls: fc.integer({ min: 1, max: 4 }),
      outcome,
    }),
  },
  { weight: 1, arbitrary: daily },
  { weight: 1, arbitrary: uninstall },
);
const platform = fc.record({
  lagMs: fc.constantFrom(0, 5_000, 45_000, 600_000),
  conditionOnMissingRow: fc.constantFrom('fails' as const, 'passes' as const),
  duplicates: fc.constantFrom(0, 0.5),
  shuffle: fc.boolean(),
  extraDelayMs: fc.constantFrom(0, 120_000),
  losses: fc.constantFrom(0, 0.2),
  seed: fc.nat(),
});

test('whatever happens, the erased leave no trace and everyone else’s data is what it should be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 3, maxLength: 25 }),
      platform,
      async (history, made) => {
        const { lagMs, conditionOnMissingRow, seed, ...queue } = made;
        const forge = await openTestForge({
          seed,
          storage: { queryLagMs: { min: 0, max: lagMs }, conditionOnMissingRow, quotas: 'off' },
        });
        Object.assign(forge.queue.mode, queue);
        jest.spyOn(engine, 'pause').mockImplementation((ms) => Promise.resolve(forge.clock.pass(ms)));
        try {
          const world = new World(forge, SUBJECTS, PEOPLE.admin);
          await world.live(history);
          forge.queue.mode.losses = 0;
          await forge.clock.advance(4 * DAY_MS);
          expectTheModel(world);
        } finally {
          jest.restoreAllMocks();
          await forge.close();
        }
      },
    ),
    { numRuns: Number(process.env['RUNS'] ?? runCount(500, 10_000)), endOnFailure: false },
  );
}, 3_600_000);

function expectTheModel({ forge, model }: World): void {
  expect(contradictions(forge)).toEqual([]);
  const states = stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [(value as ErasureJob).state] : [],
  );
  expect(states.filter((state) => state !== 'done' && state !== 'confirmed')).toEqual([]);
  for (const accountId of SUBJECTS) {
    const expected = model.entries.get(accountId) ?? new Map<string, number>();
    if (expected.size === 0) expect(storeMentions(forge, accountId)).toBe(false);
    const held = stored(forge).entries.filter((row) => row.accountId === accountId);
    const asModel = held.map(({ key, seconds }): [string, number] => [
      key.slice(accountId.length + 1),
      seconds,
    ]);
    expect(new Map(asModel.sort())).toEqual(new Map([...expected].sort()));
  }
}
