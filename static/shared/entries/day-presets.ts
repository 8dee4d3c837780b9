import type { Day } from '../../../src/contract';
import { dayBeside } from '../dates';
import type { Key } from '../words/words';

/** A range of days that people often ask for, both ends included. */
export interface DayPreset {
  name: Key;
  from: Day;
  to: Day;
}

/**
 * Today, and this and the last week and month.
 * @param startsOn the weekday with which weeks begin, 0 for Sunday to 6
 */
export function presetsOf(today: Day, startsOn: number): DayPreset[] {
  const weekBegins = firstOfWeek(today, startsOn);
  const monthBegins = firstOfMonth(today);
  const lastOfMonthBefore = dayBeside(monthBegins, -1);
  return [
    { name: 'common.today', from: today, to: today },
    { name: 'common.this-week', from: weekBegins, to: dayBeside(weekBegins, 6) },
    { name: 'common.last-week', from: dayBeside(weekBegins, -7), to: dayBeside(weekBegins, -1) },
    { name: 'entries.this-month', from: monthBegins, to: lastOfMonth(monthBegins) },
    { name: 'entries.last-month', from: firstOfMonth(lastOfMonthBefore), to: lastOfMonthBefore },
  ];
}

/** The first day of the week of a day. @param startsOn as for `presetsOf` */
export function firstOfWeek(day: Day, startsOn: number): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayBeside(day, -((weekday - startsOn + 7) % 7));
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The last day of a month: none has more than 31, so 31 days after its first is always the month after. */
export const lastOfMonth = (first: Day): Day => dayBeside(firstOfMonth(dayBeside(first, 31)), -1);
