import { addSeconds, toDay } from '../../privacy/time';

/** The day it is for someone whose clock is `timezoneOffset` minutes behind UTC (`Date#getTimezoneOffset`). */
export const todayAt = (now: Date, timezoneOffset = 0): string =>
  toDay(addSeconds(now, -timezoneOffset * 60));
