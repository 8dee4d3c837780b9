import type { PrivacyRequest } from '../data-sets/request';
import { addDays, addMonths, toDay } from '../time';

/** The range of the index of due dates; it begins with the end of the due day, in UTC. */
export const dueRange = (dueOn: string, id: string): string => `${dueOn}T23:59:59.999Z#${id}`;

/** The instant after which the request is overdue. */
export const lastMomentOf = ({ due, receivedAt }: PrivacyRequest): string => due.slice(0, receivedAt.length);

/** The day from which the time to answer counts. */
export const receivedOn = (request: Pick<PrivacyRequest, 'receivedAt' | 'receivedOn'>): string =>
  request.receivedOn ?? request.receivedAt.slice(0, 'yyyy-mm-dd'.length);

/**
 * Within how long a request is answered, and by when at the latest where that was extended once: whichever ends first, so
 * that both the GDPR (art. 12(3): months) and the Swiss FADP (art. 25(7): 30 days) are kept.
 */
const TO_ANSWER = { months: 1, days: 30 };
const EXTENDED = { months: 3, days: 90 };

/** The last day on which a request is answered in time: the day of its receipt itself does not count. */
export const dueOn = (receivedOn: string): string => earlierOf(receivedOn, TO_ANSWER);

/** Counted from the receipt as well, so that a short month in between takes no day away. */
export const extendedDueOn = (receivedOn: string): string => earlierOf(receivedOn, EXTENDED);

function earlierOf(receivedOn: string, { months, days }: typeof TO_ANSWER): string {
  const byMonths = addMonths(receivedOn, months);
  const byDays = toDay(addDays(new Date(`${receivedOn}T00:00:00.000Z`), days));
  return byMonths < byDays ? byMonths : byDays;
}
