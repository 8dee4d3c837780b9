import fc from 'fast-check';
import { dayOf } from '../../static/shared/dates';
import { dayFromToday, offsetOf } from '../../static/shared/today';
import { runCount } from '../setup/run-count';

const ZONES = [
  'UTC',
  'Europe/Zurich',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];

test('the offset of a time zone gives the day that it is there', () => {
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), moments, (zone, moment) => {
      const there = new Date(moment.getTime() - offsetOf(zone, moment) * 60_000);
      expect(there.toISOString().slice(0, 10)).toBe(dayOf(moment, zone));
    }),
    { numRuns: runCount(300, 5_000) },
  );
});

test('an offset is behind UTC in minutes, as Date counts it', () => {
  const winter = new Date('2026-01-15T23:30:12.345Z');
  expect(offsetOf('Europe/Zurich', winter)).toBe(-60);
  expect(offsetOf('America/St_Johns', winter)).toBe(210);
  expect(offsetOf('Europe/Zurich', new Date('2026-07-15T12:00:00Z'))).toBe(-120);
});

test('a day is said as seen from today, and today is not said', () => {
  expect(dayFromToday('2026-11-29', '2026-11-29', 'en-GB')).toBeUndefined();
  expect(dayFromToday('2026-11-28', '2026-11-29', 'en-GB')).toBe('Saturday, yesterday');
  expect(dayFromToday('2026-11-20', '2026-11-29', 'en-GB')).toBe('Friday, 9 days ago');
  expect(dayFromToday('', '2026-11-29', 'en-GB')).toBeUndefined();
});
