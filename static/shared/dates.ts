import type { Day, Instant } from '../../src/contract';
import type { Viewer } from './viewer';

/** In whose language and time zone. */
export type ForViewer = Pick<Viewer, 'locale' | 'timeZone'>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Made once and kept: a page with hundreds of days that made one for each took hundreds of megabytes. */
export function dateFormat(locale: string, words: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, words]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, words);
  made.set(key, format);
  return format;
}

/** A date as the locale writes it. Its day and month stay on one line. */
function written(date: Date, locale: string, words: Intl.DateTimeFormatOptions): string {
  const parts = dateFormat(locale, words).formatToParts(date);
  const joins = (at: number) => [parts[at - 1]?.type, parts[at + 1]?.type].sort().join() === 'day,month';
  return parts
    .map(({ type, value }, at) => (type === 'literal' && joins(at) ? value.replace(/ $/, '\u00a0') : value))
    .join('');
}

/** A calendar day in the viewer's language; days have no time zone. */
export function formatDay(day: Day, { locale }: Pick<Viewer, 'locale'>): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return written(date, locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** The day as `Monday, 23 November 2026`, in the viewer's language. */
export function fullDay(day: Day, { locale }: Pick<Viewer, 'locale'>): string {
  return written(new Date(`${day}T00:00:00Z`), locale, { dateStyle: 'full', timeZone: 'UTC' });
}

/** From one day to another in the viewer's language, as `1 Dec 2025 – 29 Nov 2026`; a single day once. */
export function formatDays(first: Day, last: Day, viewer: Pick<Viewer, 'locale'>): string {
  const [from, to] = [formatDay(first, viewer), formatDay(last, viewer)];
  return first === last ? from : `${from} – ${to}`;
}

/** The day as `23 Nov`, in the viewer's language, for a narrow column. */
export const dayAndMonth = (day: Day, locale: string): string =>
  written(new Date(`${day}T00:00:00Z`), locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The day as `Monday, 23 November`, in the viewer's language. */
export function longDay(day: Day, locale: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return written(new Date(`${day}T00:00:00Z`), locale, words);
}

const DAY_MS = 24 * 3600 * 1000;

/** Whether a text, such as one in an address, is a day that can be reckoned with. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** A day so many days later, or earlier. */
export function dayBeside(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A moment in the viewer's language and time zone. */
export function formatInstant(instant: Instant, { locale, timeZone }: ForViewer): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return written(date, locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

/** The day of a moment in the viewer's language and time zone. */
export function formatInstantDay(instant: Instant, { locale, timeZone }: ForViewer): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return written(date, locale, { dateStyle: 'medium', timeZone });
}

/** The viewer's own calendar day of a moment, as `yyyy-mm-dd`. */
export function dayOf(moment: Date, timeZone: string): Day {
  const parts = dateFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
