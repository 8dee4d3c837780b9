import { dayBeside, longDay } from '../../static/shared/dates';

it('makes a format once for all days: hundreds of them took hundreds of megabytes', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  const days = Array.from({ length: 365 }, (_, n) => dayBeside('2026-01-01', n));
  expect(new Set(days.map((day) => longDay(day, 'fr-CH'))).size).toBe(365);
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});
