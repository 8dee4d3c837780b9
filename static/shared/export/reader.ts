import type { Issue } from '../issues';
import type { Found } from '../look-up';
import { formatDay, type ForViewer } from '../dates';
import { t } from '../words/words';

/** For whom the files are made that people read: what Jira's names are, as they see them, in their language and time zone. */
export interface Reader extends ForViewer {
  /** What the person is called whose data it is. */
  subject: string;
  /** Whether that is the reader. */
  isOwn: boolean;
  workItems: ReadonlyMap<string, Found<Issue>>;
}

/** Key, title and space of a work item; where there is none to say, the title says why. */
export function workItemCells(
  { workItems }: Reader,
  id: string,
): [key: string, title: string, space: string] {
  const found = workItems.get(id);
  if (found?.state === 'known') return [found.value.key, found.value.summary, found.value.space];
  return ['', t(found?.state === 'unknown' ? 'export.not-visible' : 'export.not-answered'), ''];
}

/** How values are written for somebody. Made once, since an export may have very many. */
export interface Written {
  /** Date and time where they are, as every spreadsheet understands them: `2026-11-23 11:00:00`. */
  time: (instant: string) => string;
  day: (day: string) => string;
  hours: (seconds: number) => string;
}

export function writtenFor({ locale, timeZone }: ForViewer): Written {
  // Swedish writes dates and times so.
  const times = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  const places = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const numbers = new Intl.NumberFormat(locale, places);
  return {
    time: (instant) => formatted(times, instant),
    day: (day) => formatDay(day, { locale }),
    hours: (seconds) => numbers.format(seconds / 3600),
  };
}

function formatted(format: Intl.DateTimeFormat, instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format.format(date);
}

/** To four places, so that minutes add up to what they are. */
export const hoursOf = (seconds: number): number => Math.round((seconds / 3600) * 10_000) / 10_000;
