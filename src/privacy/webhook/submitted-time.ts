import { isDay } from '../../storage/kinds';

/** RFC 3339, section 5.6, with any offset; a leap second is written as second 60. */
const DATE_TIME =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether the value is a date and time of RFC 3339 on a day of the calendar. */
export const isDateTime = (value: unknown): boolean =>
  typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10));
