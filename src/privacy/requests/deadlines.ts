import { isDay } from '../../storage/kinds';
import { addDays, toDay } from '../time';

/**
 * Within how long a request is answered, and by when at the latest where that was extended once: whichever ends first, so
 * that both the GDPR (art. 12(3): months) and the Swiss FADP (art. 25(7): 30 days) are kept.
 */
const TO_ANSWER = { months: 1, days: 30 };
const EXTENDED = { months: 3, days: 90 };

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

/** The last day on which a request is answered in time: the day of its receipt itself does not count. */
export const dueOn = (receivedOn: string): string => earlierOf(receivedOn, TO_ANSWER);

/** Counted from the receipt as well, so that a short month in between takes no day away. */
export const extendedDueOn = (receivedOn: string): string => earlierOf(receivedOn, EXTENDED);

function earlierOf(receivedOn: string, { months, days }: typeof TO_ANSWER): string {
  const byMonths = addMonths(receivedOn, months);
  const byDays = toDay(addDays(new Date(`${receivedOn}T00:00:00.000Z`), days));
  return byMonths < byDays ? byMonths : byDays;
}
