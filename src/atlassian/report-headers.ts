import type { PeriodForm } from '../privacy/engine';

const DAY_SECONDS = 24 * 3600;
/** The daily schedule cannot keep a shorter cycle. */
const LEAST_PERIOD_SECONDS = DAY_SECONDS;

const PERIOD_FORMS: ReadonlyArray<readonly [name: PeriodForm, form: RegExp, seconds: number]> = [
  ['iso-days', /^P(\d{1,4})D$/, DAY_SECONDS],
  ['words-for-days', /^(\d{1,4}) Days?$/i, DAY_SECONDS],
  ['seconds', /^(\d{1,9})$/, 1],
];

/**
 * The cycle of the header `Cycle-Period`, in seconds. Its form is documented nowhere: `P7D`, `25 Days` and whole seconds
 * are understood, from one day on and as long as four digits of days or nine of seconds say; anything else is `unread` and
 * never guessed.
 */
export function readCyclePeriod(header: string | null): number | 'unread' | undefined {
  return header === null ? undefined : (understood(header)?.seconds ?? 'unread');
}

/** In which of the forms that header was. */
export function formOfCyclePeriod(header: string | null): PeriodForm | undefined {
  return header === null ? undefined : (understood(header)?.name ?? 'unread');
}

function understood(header: string): { name: PeriodForm; seconds: number } | undefined {
  for (const [name, form, unit] of PERIOD_FORMS) {
    const [, digits] = form.exec(header.trim()) ?? [];
    const seconds = Number(digits) * unit;
    if (seconds >= LEAST_PERIOD_SECONDS) return { name, seconds };
  }
  return undefined;
}

/** `Date.parse` takes nearly anything for a date; those of HTTP begin with the day's name and end with the zone. */
const HTTP_DATE = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?, .+ GMT$/;

/** Seconds of the header `Retry-After` (RFC 9110, section 10.2.3): a number, or a date. */
export function readRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
