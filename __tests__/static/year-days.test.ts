import fc from 'fast-check';
import { levelOf, monthsOf, sumOf, weekSums } from '../../static/shared/year/year-days';
import { runCount } from '../setup/run-count';

const HOUR = 3600;

test('a mark is the larger the more is logged', () => {
  expect([0, 60, 2 * HOUR, 2 * HOUR + 60, 5 * HOUR, 8 * HOUR, 8 * HOUR + 60].map(levelOf)).toEqual([
    0, 1, 1, 2, 2, 3, 4,
  ]);
});

test('a month begins on its weekday, and its sum is that of its days', () => {
  const seconds = { '2026-02-01': HOUR, '2026-02-28': HOUR, '2026-03-01': 5 * HOUR };
  const [, february] = monthsOf('2026', seconds, 1);
  expect(february?.weeks.map((week) => week.map((day) => Number(day?.slice(8) ?? 0)))).toEqual([
    [0, 0, 0, 0, 0, 0, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, 0],
  ]);
  expect(february?.seconds).toBe(2 * HOUR);
  expect(weekSums(seconds, 1)).toEqual([
    { first: '2026-02-23', seconds: 6 * HOUR },
    { first: '2026-01-26', seconds: HOUR },
  ]);
});

test('months and weeks hold every day of any year once, and all of its time', () => {
  const some = fc.dictionary(
    fc.integer({ min: 1, max: 365 }).map(String),
    fc.integer({ min: 60, max: 86_400 }),
  );
  const year = fc.integer({ min: 1000, max: 9998 });
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 6 }), some, (at, startsOn, days) => {
      const dayOf = (nth: string) => new Date(Date.UTC(at, 0, Number(nth))).toISOString().slice(0, 10);
      const seconds = Object.fromEntries(Object.entries(days).map(([nth, sum]) => [dayOf(nth), sum]));
      const months = monthsOf(String(at), seconds, startsOn);
      const shown = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== undefined);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.length).toBe(new Date(Date.UTC(at, 1, 29)).getUTCMonth() === 1 ? 366 : 365);
      const sum = (parts: Array<{ seconds: number }>) => parts.reduce((all, part) => all + part.seconds, 0);
      expect(sum(months)).toBe(sumOf(seconds));
      expect(sum(weekSums(seconds, startsOn))).toBe(sumOf(seconds));
    }),
    { numRuns: runCount(20, 300) },
  );
});
