const DAY_SECONDS = 24 * 3600;
/**
 * Cycles that are followed: the daily schedule cannot keep a shorter one, and markers of erasures, which keep somebody who
 * comes back from being reported early, last no longer.
 */
const LEAST_PERIOD_SECONDS = DAY_SECONDS;
const MOST_PERIOD_SECONDS = 30 * DAY_SECONDS;

const PERIOD_FORMS: ReadonlyArray<readonly [form: RegExp, seconds: number]> = [
  [/^P(\d{1,4})D$/, DAY_SECONDS],
  [/^(\d{1,4}) Days?$/i, DAY_SECONDS],
  [/^(\d{1,9})$/, 1],
];

/**
 * The cycle of the header `Cycle-Period`, in seconds. Its form is documented nowhere: `P7D`, `25 Days` and whole seconds
 * are understood, between one day and 30; anything else is `unread` and never guessed.
 */
export function readCyclePeriod(header: string | null): number | 'unread' | undefined {
  if (header === null) return undefined;
  for (const [form, unit] of PERIOD_FORMS) {
    const [, digits] = form.exec(header.trim()) ?? [];
    if (digits !== undefined) return within(Number(digits) * unit);
  }
  return 'unread';
}

const within = (seconds: number): number | 'unread' =>
  seconds >= LEAST_PERIOD_SECONDS && seconds <= MOST_PERIOD_SECONDS ? seconds : 'unread';

/** `Date.parse` takes nearly anything for a date; those of HTTP begin with the day's name and end with the zone. */
const HTTP_DATE = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?, .+ GMT$/;

/** Seconds of the header `Retry-After` (RFC 9110, section 10.2.3): a number, or a date. */
export function readRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
