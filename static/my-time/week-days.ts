import type { Day, WeekView } from '../../src/contract';
import { dateFormat, dayAndMonth, dayBeside } from '../shared/dates';
import { t } from '../shared/words/words';

/** The time of the whole week. */
export const secondsOf = ({ days }: WeekView): number => days.reduce((sum, { seconds }) => sum + seconds, 0);

/** Whether the week is the present one. */
export const holdsToday = ({ days, today }: WeekView): boolean => days.some(({ day }) => day === today);

/** Which week that is, seen from today. */
export function nameOf({ days, today }: WeekView): string {
  const hasDay = (day: Day) => days.some((one) => one.day === day);
  if (hasDay(today)) return t('common.this-week');
  return hasDay(dayBeside(today, -7)) ? t('common.last-week') : t('common.week');
}

/** The day as `Mon` and `23 Nov`, in the viewer's language, as the heading of a narrow column. */
export function shortDay(day: Day, locale: string): [string, string] {
  const weekday = dateFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return [weekday.format(new Date(`${day}T00:00:00Z`)), dayAndMonth(day, locale)];
}
