import type { Key } from '../../words/types';

/** What Jira counts as a day and as a week of work. */
export interface WorkingTime {
  hoursPerDay: number;
  daysPerWeek: number;
}

/** Jira's own defaults, for where its settings cannot be read. */
export const USUAL_WORKING_TIME: WorkingTime = { hoursPerDay: 8, daysPerWeek: 5 };

/**
 * How a duration was read, in whole minutes. `byWorkingTime`: it was given in days or weeks of work.
 * `either`: a number alone that can be hours or minutes, so the person says which.
 */
export type ReadDuration =
  | { is: 'read'; seconds: number; byWorkingTime: boolean }
  | { is: 'either'; number: number }
  | { is: 'empty' }
  | { is: 'not-understood' };

/** Of one entry, in seconds; a day's entries together have no more than the most either. */
export const LEAST_SECONDS = 60;
export const MOST_SECONDS = 24 * 3600;

const AMOUNT = String.raw`(?:\d{1,5}(?:\.\d{1,2})?|\.\d{1,2})`;
/** An amount of a unit, as people write it in English, German and French, and what may follow it. */
const part = (name: string, words: string, then = ''): string =>
  String.raw`(?:(?<${name}>${AMOUNT})\s*(?:${words})(?!\p{L})\.?[\s,]*${then})?`;
/** `1h30`: minutes behind hours need no unit. */
const REST = String.raw`(?:(?<rest>[0-5]?\d)$)?`;
const WITH_UNITS = new RegExp(
  '^' +
    part('weeks', 'w|wks?|weeks?|wochen?|sem|semaines?') +
    part('days', 'd|days?|t|tage?|j|jours?') +
    part('hours', 'h|hrs?|hours?|std|stunden?|heures?', REST) +
    part('minutes', 'm|mins?|minutes?|minuten') +
    '$',
  'u',
);
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const DECIMAL = /^\d{0,5}\.\d{1,2}$/;
const WHOLE = /^\d{1,5}$/;

/** More hours than a day has can only be minutes. */
const MOST_HOURS = 24;

/**
 * Reads what people type for a duration: `1h 30m`, `1h30`, `1:30`, `1.5`, `1,5h`, `½h`, `90 min`, `1d`, with the digits
 * of any script. The page and the function that logs time both read with it, so they cannot disagree.
 */
export function readDuration(text: string, working: WorkingTime = USUAL_WORKING_TIME): ReadDuration {
  const typed = plain(text);
  if (typed === '') return { is: 'empty' };
  const clock = CLOCK.exec(typed);
  if (clock) return inMinutes(Number(clock[1]) * 60 + Number(clock[2]));
  if (DECIMAL.test(typed)) return inMinutes(Number(typed) * 60);
  if (WHOLE.test(typed)) return withoutUnit(Number(typed));
  const units = WITH_UNITS.exec(typed)?.groups;
  return units ? withUnits(units, working) : { is: 'not-understood' };
}

const inMinutes = (minutes: number, byWorkingTime = false): ReadDuration => ({
  is: 'read',
  seconds: Math.round(minutes) * 60,
  byWorkingTime,
});

const withoutUnit = (number: number): ReadDuration =>
  number > 0 && number <= MOST_HOURS ? { is: 'either', number } : inMinutes(number);

function withUnits(units: Record<string, string | undefined>, working: WorkingTime): ReadDuration {
  const amount = (name: string): number => Number(units[name] ?? 0);
  const days = amount('weeks') * working.daysPerWeek + amount('days');
  const hours = days * working.hoursPerDay + amount('hours');
  const byWorkingTime = units['weeks'] !== undefined || units['days'] !== undefined;
  return inMinutes(hours * 60 + amount('rest') + amount('minutes'), byWorkingTime);
}

/** Why a duration cannot be logged, by the key of its message. */
type DurationFault = Extract<Key, `time.duration-${string}`>;

/** The seconds to log, or what keeps the duration from being logged, as the key of the message for its field. */
export function secondsToLog(read: ReadDuration): { seconds: number } | { fault: DurationFault } {
  if (read.is === 'empty') return { fault: 'time.duration-empty' };
  if (read.is === 'not-understood') return { fault: 'time.duration-not-understood' };
  if (read.is === 'either') return { fault: 'time.duration-either' };
  if (read.seconds < LEAST_SECONDS) return { fault: 'time.duration-least' };
  if (read.seconds > MOST_SECONDS) return { fault: 'time.duration-most' };
  return { seconds: read.seconds };
}

/** Whole minutes as Jira writes them, which reads back as the same: `1h 30m`. */
export function writeDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes}m`;
  return minutes % 60 === 0 ? `${hours}h` : `${hours}h ${minutes % 60}m`;
}

const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };
const MARKS: Readonly<Record<string, string>> = { '٫': '.', '．': '.', '،': ',', '，': ',', '：': ':' };

/** In small letters, with ASCII digits, a point before decimals, and without marks that nobody sees. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[٫．،，：]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/\s*([½¼¾])/g, (_, fraction: string) => FRACTIONS[fraction] ?? '')
    .replace(/(?<=^|\d|\s),(?=\d)/g, '.')
    .trim();
}

/** Unicode keeps the digits of a script together, from zero to nine. */
function asciiDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1;
  return String(before % 10);
}
