import fc from 'fast-check';
import { keptUntil, totalsWith, yearOf } from '../../src/timesheet/entries';
import type { DayTotals } from '../../src/timesheet/time-entry';
import { runCount } from '../setup/run-count';

const ANNA = '5b10a2844c20165700ede21b';

describe('The totals of a year', () => {
  it('begin with the first day that has time', () => {
    expect(totalsWith(undefined, ANNA, '2026-03-02', 60)).toEqual({
      accountId: ANNA,
      year: '2026',
      seconds: { '2026-03-02': 60 },
    });
  });

  it('leave a day out when nothing is left of it, and change no totals in place', () => {
    const before: DayTotals = {
      accountId: ANNA,
      year: '2026',
      seconds: { '2026-03-02': 60, '2026-03-03': 120 },
    };
    expect(totalsWith(before, ANNA, '2026-03-02', -60).seconds).toEqual({ '2026-03-03': 120 });
    expect(before.seconds).toEqual({ '2026-03-02': 60, '2026-03-03': 120 });
  });

  it('are the sum of what was added, in whatever order it goes again', () => {
    const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-03-0${n}`);
    const entries = fc.array(fc.record({ day, seconds: fc.integer({ min: 60, max: 3600 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (logged, picks) => {
        let totals = logged.reduce<DayTotals | undefined>(
          (sum, entry) => totalsWith(sum, ANNA, entry.day, entry.seconds),
          undefined,
        );
        const left = [...logged];
        while (left.length > 0) {
          const [gone] = left.splice((picks.next().value ?? 0) % left.length, 1);
          if (gone) totals = totalsWith(totals, ANNA, gone.day, -gone.seconds);
          expect(totals?.seconds).toEqual(sumsOf(left));
        }
      }),
      { numRuns: runCount(100, 2000) },
    );
  });
});

function sumsOf(entries: ReadonlyArray<{ day: string; seconds: number }>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { day, seconds } of entries) sums[day] = (sums[day] ?? 0) + seconds;
  return sums;
}

describe('The day until which an entry is kept', () => {
  test.each([
    ['2026-03-02T09:00:00.000Z', 30, '2026-04-01'],
    ['2024-02-28T23:59:59.999Z', 1, '2024-02-29'],
    ['2026-12-31T00:00:00.000Z', 365, '2027-12-31'],
  ])('counts from when it was logged: %s and %d days give %s', (createdAt, days, day) => {
    expect(keptUntil({ createdAt }, days)).toBe(day);
  });
});

test('The year of a day is its first four digits', () => {
  expect(yearOf('2026-12-31')).toBe('2026');
});
