import type { TimeKept } from '../contract';
import type { Ref } from '../storage/store';
import { totalsRef } from './entries';
import type { DayTotals } from './time-entry';

/** So many years before this one are looked at: time is hardly logged later than that. */
const YEARS_BEFORE = 10;

/** Where a person's totals of the last years stand; in some time zones the next has begun. */
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
