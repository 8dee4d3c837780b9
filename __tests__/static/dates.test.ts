import { dayBeside, formatDay, formatInstant, fullDay, longDay } from '../../static/shared/dates';

it('makes a format once for all days: hundreds of them took hundreds of megabytes', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  const days = Array.from({ length: 365 }, (_, n) => dayBeside('2026-01-01', n));
  expect(new Set(days.map((day) => longDay(day, 'fr-CH'))).size).toBe(365);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

it.each([
  ['fr-CH', 'mardi 3\u00a0novembre', '3\u00a0nov. 2026'],
  ['de-DE', 'Dienstag, 3.\u00a0November', '03.11.2026'],
])('keeps a day and its month on one line in %s', (locale, long, short) => {
  expect(longDay('2026-11-03', locale)).toBe(long);
  expect(fullDay('2026-11-03', { locale }).replace('mardi,', 'mardi')).toBe(`${long} 2026`);
  expect(formatDay('2026-11-03', { locale })).toBe(short);
  expect(formatInstant('2026-11-03T09:00:00Z', { locale, timeZone: 'UTC' })).toBe(`${short}, 09:00`);
});
