import * as fc from 'fast-check';
import { dueOn, extendedDueOn } from '../../../src/privacy/requests/deadlines';
import { addMonths } from '../../../src/privacy/time';
import { runCount } from '../../setup/run-count';

const runs = { numRuns: runCount(1000, 50_000) };
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
const dayOf = (text: string): number => Number(text.slice(8, 10));
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The length of a month by the rule of the calendar, and not by `Date`. */
function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-15', 3, '2026-08-15'],
])('%s and %d months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test('the month is always the one meant, the day the same or the last', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 36 }), (from, months) => {
      const to = addMonths(from, months);
      expect(monthsOf(to)).toBe(monthsOf(from) + months);
      const length = lengthOf(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
      expect(dayOf(to)).toBe(Math.min(dayOf(from), length));
    }),
    runs,
  );
});

test.each([
  // One month would be 31 days.
  ['2026-03-01', '2026-03-31', '2026-05-30'],
  // Both end on the same day.
  ['2026-03-31', '2026-04-30', '2026-06-29'],
  // The month is the shorter one.
  ['2026-01-31', '2026-02-28', '2026-04-30'],
  ['2026-02-10', '2026-03-10', '2026-05-10'],
])('what was received on %s is due on %s, and extended on %s', (received, due, extended) => {
  expect([dueOn(received), extendedDueOn(received)]).toEqual([due, extended]);
});

test('neither a month nor 30 days is ever exceeded, and one of them is used up; extended, three and 90', () => {
  fc.assert(
    fc.property(day, (received) => {
      for (const [due, months, days] of [
        [dueOn(received), 1, 30],
        [extendedDueOn(received), 3, 90],
      ] as const) {
        expect(due <= addMonths(received, months)).toBe(true);
        expect(daysBetween(received, due)).toBeLessThanOrEqual(days);
        expect(due === addMonths(received, months) || daysBetween(received, due) === days).toBe(true);
      }
      expect(dueOn(received) < extendedDueOn(received)).toBe(true);
    }),
    runs,
  );
});

test('a later receipt is never due earlier', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [earlier, later] = [one, other].sort() as [string, string];
      expect(dueOn(earlier) <= dueOn(later)).toBe(true);
      expect(extendedDueOn(earlier) <= extendedDueOn(later)).toBe(true);
    }),
    runs,
  );
});

test.each(['2026-02-30', '2026-02-03T09:00:00.000Z', '', 'soon'])('%j is refused', (text) => {
  expect(() => addMonths(text, 1)).toThrow(RangeError);
});
