import { isInstant } from '../../storage/kinds';

/** Months within which a request is answered, and by which that can be extended once (GDPR art. 12(3)). */
const MONTHS_TO_ANSWER = 1;
const FURTHER_MONTHS = 2;

/**
 * The same day of the month and time of day so many months later, in UTC; where that month is shorter, its last day.
 * @throws RangeError where `instant` is none
 */
export function addMonths(instant: string, months: number): string {
  if (!isInstant(instant)) throw new RangeError('not an instant');
  const from = new Date(instant);
  const month = from.getUTCMonth() + months;
  const later = new Date(from);
  later.setUTCFullYear(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastDayOf(from, month)));
  return later.toISOString();
}

/** The number of the last day of a month, counted from January of the year of `from`. */
function lastDayOf(from: Date, month: number): number {
  const day = new Date(0);
  // Day 0 is the one before the first.
  day.setUTCFullYear(from.getUTCFullYear(), month + 1, 0);
  return day.getUTCDate();
}

export const dueAfter = (receivedAt: string): string => addMonths(receivedAt, MONTHS_TO_ANSWER);

/** Both periods are counted from the receipt, so that a short month in between takes no day away. */
export const extendedDueAfter = (receivedAt: string): string =>
  addMonths(receivedAt, MONTHS_TO_ANSWER + FURTHER_MONTHS);
