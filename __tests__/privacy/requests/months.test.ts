import * as fc from 'fast-check';
import { addMonths, dueAfter, extendedDueAfter } from '../../../src/privacy/requests/months';
import { runCount } from '../../setup/run-count';

const runs = { numRuns: runCount(1000, 50_000) };
const instant = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
const dayOf = (text: string): number => Number(text.slice(8, 10));

/** The length of a month by the rule of the calendar, and not by `Date`. */
function lengthOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

test.each([
  ['2026-01-31T09:00:00.000Z', 1, '2026-02-28T09:00:00.000Z'],
  ['2028-01-31T09:00:00.000Z', 1, '2028-02-29T09:00:00.000Z'],
  ['2026-03-31T23:59:59.999Z', 1, '2026-04-30T23:59:59.999Z'],
  ['2026-12-31T00:00:00.000Z', 1, '2027-01-31T00:00:00.000Z'],
  ['2026-11-30T12:00:00.000Z', 3, '2027-02-28T12:00:00.000Z'],
  ['2026-05-15T12:00:00.000Z', 3, '2026-08-15T12:00:00.000Z'],
])('%s and %d months is %s', (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test('the month is always the one meant, the day the same or the last, the time of day the same', () => {
  fc.assert(
    fc.property(instant, fc.nat({ max: 36 }), (from, months) => {
      const to = addMonths(from, months);
      expect(monthsOf(to)).toBe(monthsOf(from) + months);
      const length = lengthOf(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
      expect(dayOf(to)).toBe(Math.min(dayOf(from), length));
      expect(to.slice(10)).toBe(from.slice(10));
    }),
    runs,
  );
});

test('a later receipt is never due earlier', () => {
  fc.assert(
    fc.property(instant, instant, fc.nat({ max: 36 }), (one, other, months) => {
      const [earlier, later] = [one, other].sort() as [string, string];
      expect(addMonths(earlier, months) <= addMonths(later, months)).toBe(true);
    }),
    runs,
  );
});

test('an extension gives two calendar months more, with no day lost to a short month in between', () => {
  fc.assert(
    fc.property(instant, (receivedAt) => {
      const [due, extended] = [dueAfter(receivedAt), extendedDueAfter(receivedAt)];
      expect(monthsOf(due)).toBe(monthsOf(receivedAt) + 1);
      expect(monthsOf(extended)).toBe(monthsOf(due) + 2);
      expect(dayOf(extended)).toBeGreaterThanOrEqual(Math.min(dayOf(due), dayOf(extended)));
      expect(extended >= addMonths(due, 2)).toBe(true);
    }),
    runs,
  );
});

test.each(['2026-02-30T09:00:00.000Z', '2026-02-03', '', 'soon'])('%j is refused', (text) => {
  expect(() => addMonths(text, 1)).toThrow(RangeError);
});
