import { isDay } from '../storage/kinds';

export const DAY_MS = 24 * 3600 * 1000;

/** RFC 3339 in UTC with milliseconds: one width, so that text order is time order. */
export const toInstant = (time: Date): string => time.toISOString();

/** The day of a moment in UTC. */
export const toDay = (time: Date): string => time.toISOString().slice(0, 10);

/** The moment so many seconds later. */
export const addSeconds = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

/** The moment so many days of 24 hours later. */
export const addDays = (time: Date, days: number): Date => new Date(time.getTime() + days * DAY_MS);

/**
 * The same day of the month so many months later; where that month is shorter, its last day.
 * @throws RangeError where `day` is none
 */
export function addMonths(day: string, months: number): string {
  if (!isDay(day)) throw new RangeError('not a day');
  const from = new Date(`${day}T00:00:00.000Z`);
  const month = from.getUTCMonth() + months;
  const later = new Date(from);
  later.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDayOf(from, month)));
  return toDay(later);
}

/** The number of the last day of a month, counted from January of the year of `from`. */
function lastDayOf(from: Date, month: number): number {
  const day = new Date(0);
  // Day 0 is the one before the first.
  day.setUTCFullYear(from.getUTCFullYear(), month + 1, 0);
  return day.getUTCDate();
}

const NEWS_DAYS = 14;

/** What has happened since then is news to whoever it is about. */
export const newsSince = (now: Date): string => toInstant(addDays(now, -NEWS_DAYS));

/** Whole seconds until an instant, rounded up; below zero where it is past. */
export const secondsUntil = (instant: string, now: Date): number =>
  Math.ceil((Date.parse(instant) - now.getTime()) / 1000);

/** The earliest instant a `Date` of four year digits can stand for: the lower end of a range of instants. */
export const FIRST_INSTANT = '0000-01-01T00:00:00.000Z';

/** Later than every instant: from when a cohort counts in which nobody waits. */
export const NEVER = '9999-12-31T23:59:59.999Z';
