import fc from 'fast-check';
import { keptUntil, shiftTotals, yearOf, type Shift } from '../../src/timesheet/entries';
import type { DayTotals } from '../../src/timesheet/time-entry';
import { runCount } from '../setup/run-count';

const ANNA = '5b10a2844c20165700ede21b';

const read = (seconds?: Record<string, number>): Map<string, DayTotals | undefined> =>
  new Map([['2026', seconds && { accountId: ANNA, year: '2026', seconds }]]);

describe('The totals of a year', () => {
  it('begin with the first day that has time', () => {
    expect(shiftTotals(ANNA, read(), [{ day: '2026-03-02', seconds: 60 }]).changes).toMatchObject([
      { do: 'add', row: { accountId: ANNA, year: '2026', seconds: { '2026-03-02': 60 } } },
    ]);
  });

  it('leave a day out when nothing is left of it, and change no totals in place', () => {
    const before = { '2026-03-02': 60, '2026-03-03': 120 };
    const { changes } = shiftTotals(ANNA, read(before), [{ day: '2026-03-02', seconds: -60 }]);
    expect(changes).toMatchObject([{ do: 'replace', row: { seconds: { '2026-03-03': 120 } } }]);
    expect(before).toEqual({ '2026-03-02': 60, '2026-03-03': 120 });
  });

  it('go when no day is left, and are not made of nothing', () => {
    const less = [{ day: '2026-03-02', seconds: -60 }];
    expect(shiftTotals(ANNA, read({ '2026-03-02': 60 }), less).changes).toMatchObject([{ do: 'remove' }]);
    expect(shiftTotals(ANNA, read(), less).changes).toEqual([]);
  });

  it('are the sum of what was added, in whatever order it goes again', () => {
    const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-03-0${n}`);
    const entries = fc.array(fc.record({ day, seconds: fc.integer({ min: 60, max: 3600 }) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (logged, picks) => {
        let seconds = secondsAfter(undefined, logged);
        const left = [...logged];
        while (left.length > 0) {
          const gone = left.splice((picks.next().value ?? 0) % left.length, 1);
          seconds = secondsAfter(
            seconds,
            gone.map((one) => ({ ...one, seconds: -one.seconds })),
          );
          expect(seconds ?? {}).toEqual(sumsOf(left));
        }
      }),
      { numRuns: runCount(100, 2000) },
    );
  });
});

function secondsAfter(
  before: Record<string, number> | undefined,
  shifts: Shift[],
): Record<string, number> | undefined {
  const [change] = shiftTotals(ANNA, read(before), shifts).changes;
  return change && change.do !== 'remove' ? (change.row as DayTotals).seconds : undefined;
}

function sumsOf(entries: ReadonlyArray<{ day: string; seconds: number }>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { day, seconds } of entries) sums[day] = (sums[day] ?? 0) + seconds;
  return sums;
}

describe('The day until which an entry is kept', () => {
  test.each([
    ['2026-03-02', 30, '2026-04-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 365, '2027-12-31'],
  ])('counts from the day worked: %s and %d days give %s', (startedOn, days, day) => {
    expect(keptUntil({ startedOn }, days)).toBe(day);
  });
});

test('The year of a day is its first four digits', () => {
  expect(yearOf('2026-12-31')).toBe('2026');
});
