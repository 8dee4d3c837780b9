import fc from 'fast-check';
import { MOST_UNITS, Share } from '../../../static/shared/export/share';

const MINUTE_MS = 60_000;

interface Spent {
  at: number;
  units: number;
}

/** Reads pages of these costs, each after the pause that the share asks for and the time that it takes. */
function readAll(pages: ReadonlyArray<{ ms: number; units: number }>): Spent[] {
  let now = 0;
  const share = new Share(() => now);
  return pages.map(({ ms, units }) => {
    now += share.waitMs();
    now += ms;
    share.spend(units);
    return { at: now, units };
  });
}

const mostInAMinute = (spent: readonly Spent[]): number =>
  Math.max(
    ...spent.map(({ at: end }) =>
      spent.filter(({ at }) => at > end - MINUTE_MS && at <= end).reduce((sum, { units }) => sum + units, 0),
    ),
  );

it('pages that cost the same never take more than the share in any minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: MOST_UNITS }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 }),
      (units, times) => {
        expect(mostInAMinute(readAll(times.map((ms) => ({ ms, units }))))).toBeLessThanOrEqual(MOST_UNITS);
      },
    ),
  );
});

it('an export of up to half of the share never pauses', () => {
  const pages = Array.from({ length: 50 }, () => ({ ms: 0, units: 20 }));
  expect(readAll(pages).at(-1)?.at).toBe(0);
});

it('no pause is longer than a minute, even after a page that cost more than the whole share', () => {
  expect(readAll([10 * MOST_UNITS, 1, 1].map((units) => ({ ms: 0, units }))).map(({ at }) => at)).toEqual([
    0,
    MINUTE_MS,
    MINUTE_MS,
  ]);
});
