import { dayBeside, formatDay, formatInstant, fullDay, longDay } from '../../static/shared/dates';
import { shortDay } from '../../static/my-time/week-days';

it('makes a format once for all days: hundreds of them took hundreds of megabytes', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  const days = Array.from({ length: 365 }, (_, n) => dayBeside('2026-01-01', n));
  expect(new Set(days.map((day) => longDay(day, 'fr-CH'))).size).toBe(365);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

it.each([
  ['fr-CH', 'mardi 3\u00a0novembre', 'mardi, 3\u00a0novembre 2026', '3\u00a0nov. 2026', '09:00'],
  ['de-DE', 'Dienstag, 3.\u00a0November', 'Dienstag, 3.\u00a0November 2026', '03.11.2026', '09:00'],
  ['en-GB', 'Tuesday 3\u00a0November', 'Tuesday, 3\u00a0November 2026', '3\u00a0Nov 2026', '09:00'],
  ['en-US', 'Tuesday, November\u00a03', 'Tuesday, November\u00a03, 2026', 'Nov\u00a03, 2026', '9:00 AM'],
])('keeps a day and its month on one line in %s', (locale, long, full, short, time) => {
  expect(longDay('2026-11-03', locale)).toBe(long);
  expect(fullDay('2026-11-03', { locale })).toBe(full);
  expect(formatDay('2026-11-03', { locale })).toBe(short);
  const moment = formatInstant('2026-11-03T09:00:00Z', { locale, timeZone: 'UTC' });
  // Between a time and its half of the day, browsers and Node write different spaces.
  expect(moment.replace('\u202f', ' ')).toBe(`${short}, ${time}`);
});

it.each([
  ['fr-CH', 'mar.', '3\u00a0nov.'],
  ['de-DE', 'Di', '3.\u00a0Nov.'],
  ['en-GB', 'Tue', '3\u00a0Nov'],
  ['en-US', 'Tue', 'Nov\u00a03'],
])('keeps them on one line above a narrow column in %s', (locale, weekday, date) => {
  expect(shortDay('2026-11-03', locale)).toEqual([weekday, date]);
});
