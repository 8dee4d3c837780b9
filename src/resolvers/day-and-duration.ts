import * as v from 'valibot';
import { engine } from '../app';
import { Refused } from '../privacy/errors';
import { addSeconds, toDay } from '../privacy/time';
import { readDuration, secondsToLog } from '../timesheet/duration';
import { day, timezoneOffset } from './payloads';

const MOST_DURATION_TEXT = 40;

/** A day and how long, as people give them. */
export const timeOfOne = {
  startedOn: day,
  duration: v.pipe(v.string(), v.maxLength(MOST_DURATION_TEXT)),
};
export const dayAndDuration = { ...timeOfOne, timezoneOffset };

interface DayAndDuration {
  startedOn: string;
  duration: string;
  timezoneOffset?: number | undefined;
}

/** @throws Refused with a message for the field, where the day has not come yet or the duration cannot be logged */
export function secondsOf({ startedOn, duration, timezoneOffset }: DayAndDuration): number {
  if (startedOn > todayAt(engine.now(), timezoneOffset))
    throw wrong('startedOn', 'This day has not come yet.');
  const read = secondsToLog(readDuration(duration));
  if ('fault' in read) throw wrong('duration', read.fault);
  return read.seconds;
}

/** The day it is for someone whose clock is `timezoneOffset` minutes behind UTC (`Date#getTimezoneOffset`). */
export const todayAt = (now: Date, timezoneOffset = 0): string =>
  toDay(addSeconds(now, -timezoneOffset * 60));

const wrong = (field: string, message: string): Refused =>
  new Refused('INVALID', 'Nothing was saved; correct the form and try again.', { [field]: message });
