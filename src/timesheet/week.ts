import { addDays, toDay } from '../privacy/time';
import type { Ref } from '../storage/store';
import { totalsRef, yearOf } from './entries';
import type { DayTotals } from './time-entry';

const DAYS = 7;

/** The seven days of the week in which a day lies, where weeks begin with this weekday (0 for Sunday to 6). */
export function weekOf(day: string, startsOn: number): string[] {
  const date = new Date(`${day}T00:00:00.000Z`);
  const before = (date.getUTCDay() - startsOn + DAYS) % DAYS;
  return Array.from({ length: DAYS }, (_, at) => toDay(addDays(date, at - before)));
}

/** Where the totals of these days stand: one row a year, each once. */
export const totalsOf = (accountId: string, days: readonly string[]): Array<Ref<DayTotals>> =>
  [...new Set(days.map(yearOf))].map((year) => totalsRef(accountId, year));

/** What these rows hold for a day. */
export const secondsOn = (day: string, totals: ReadonlyArray<DayTotals | undefined>): number =>
  totals.find((row) => row?.year === yearOf(day))?.seconds[day] ?? 0;
