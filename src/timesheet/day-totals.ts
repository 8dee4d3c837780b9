import type { TimeKept } from '../contract';
import { addDays, toDay } from '../privacy/time';
import type { Ref } from '../storage/store';
import { totalsRef, yearOf } from './entries';
import type { DayTotals } from './time-entry';

/** So many years before this one are looked at: time is hardly logged later than that. */
const YEARS_BEFORE = 10;

/** A person's totals of the last years, and of the next, which has begun in some time zones. */
export function totalsOfYears(accountId: string, now: Date): Array<Ref<DayTotals>> {
  const next = now.getUTCFullYear() + 1;
  return Array.from({ length: YEARS_BEFORE + 2 }, (_, at) => totalsRef(accountId, String(next - at)));
}

/**
 * All time that a person has logged.
 * @param read what stands for these years
 * @param years how many years there are by the strict count: where others are among them, nothing is said
 */
export function timeKept(
  read: ReadonlyArray<DayTotals | undefined>,
  years: number | undefined,
): TimeKept | undefined {
  const found = read.filter((totals) => totals !== undefined);
  const days = found.flatMap(({ seconds }) => Object.entries(seconds)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (found.length !== years || !first || !last) return undefined;
  return { seconds: sumOf(days), firstOn: first[0], lastOn: last[0] };
}

/** All time between two days, both included. @param read and years as for `timeKept` */
export function secondsWithin(
  read: ReadonlyArray<DayTotals | undefined>,
  years: number,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): number | undefined {
  const found = read.filter((totals) => totals !== undefined);
  if (found.length !== years) return undefined;
  const days = found.flatMap(({ seconds }) => Object.entries(seconds));
  return sumOf(
    days.filter(([day]) => (from === undefined || day >= from) && (to === undefined || day <= to)),
  );
}

const sumOf = (days: ReadonlyArray<[day: string, seconds: number]>): number =>
  days.reduce((sum, [, seconds]) => sum + seconds, 0);

const DAYS = 7;

/** The seven days of the week in which a day lies, where weeks begin with this weekday (0 for Sunday to 6). */
export function weekOf(day: string, startsOn: number): string[] {
  const date = new Date(`${day}T00:00:00.000Z`);
  const before = (date.getUTCDay() - startsOn + DAYS) % DAYS;
  return Array.from({ length: DAYS }, (_, at) => toDay(addDays(date, at - before)));
}

/** The totals that hold these days: one row a year, each once. */
export const totalsOf = (accountId: string, days: readonly string[]): Array<Ref<DayTotals>> =>
  [...new Set(days.map(yearOf))].map((year) => totalsRef(accountId, year));

/** The seconds of a day, from the totals of its year. */
export const secondsOn = (day: string, totals: ReadonlyArray<DayTotals | undefined>): number =>
  totals.find((row) => row?.year === yearOf(day))?.seconds[day] ?? 0;
