import * as fc from 'fast-check';
import { runCount } from '../setup/run-count';
import { TROUBLES } from './reporting/atlassian';
import type { Life, Spell } from './reporting/life';
import { Years } from './reporting/years';

const DAYS = 5 * 365;
const DAY_SECONDS = 86_400;
const spell = fc.record<Spell>({
  day: fc.nat({ max: DAYS }),
  days: fc.integer({ min: 1, max: 20 }),
  what: fc.constantFrom<Spell['what']>(...TROUBLES, 'storage', 'crashes', 'missed', 'doubled', 'queue'),
});
const life = fc.record<Life>({
  days: fc.constant(DAYS),
  seed: fc.nat(),
  people: fc.constantFrom(0, 3, 20, 95),
  crowds: fc.constantFrom(0, 1, 2),
  joins: fc.constantFrom(0, 0.01, 0.05),
  leaves: fc.constantFrom(0, 0.01, 0.04),
  closes: fc.constantFrom(0, 0.005, 0.05),
  changes: fc.constantFrom(0, 0.05),
  startsAt: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
  jitterMinutes: fc.constantFrom(0, 1, 10, 30),
  lagMs: fc.constantFrom(0, 5_000, 120_000),
  retryAfterSeconds: fc.constantFrom(1, 900, 3 * DAY_SECONDS, 40 * DAY_SECONDS, 1e12),
  spells: fc.array(spell, { maxLength: 30 }),
  periods: fc
    .array(
      fc.record({
        day: fc.nat({ max: DAYS }),
        seconds: fc.constantFrom(...[undefined, 1, 7, 25, 31, 60].map((days) => days && days * DAY_SECONDS)),
      }),
      { maxLength: 4 },
    )
    .map((periods) => periods.sort((one, other) => one.day - other.day)),
});

test('five years of daily schedules: nobody early, nobody late, no closed account twice, none lost', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (lived) => {
      expect(await new Years(lived).live()).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? runCount(15, 1_000)), endOnFailure: true },
  );
}, 3_600_000);
