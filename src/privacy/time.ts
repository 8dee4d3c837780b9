const DAY_MS = 24 * 3600 * 1000;

/** RFC 3339 in UTC with milliseconds: one width, so that text order is time order. */
export const toInstant = (time: Date): string => time.toISOString();

export const toDay = (time: Date): string => time.toISOString().slice(0, 10);

export const addSeconds = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

export const addDays = (time: Date, days: number): Date => new Date(time.getTime() + days * DAY_MS);

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
