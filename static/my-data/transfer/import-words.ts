import { countOf } from '../../shared/count-words';
import { formatDays } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { secondsIn } from '../../shared/seconds-in';
import type { Viewer } from '../../shared/viewer';
import type { ImportPlan, Refusal } from './plan-import';
import type { Imported } from './run-import';

/** What follows `3 entries …`. */
const REASONS: Record<Refusal, string> = {
  malformed: 'are not as the app writes them',
  'not-visible': 'are on work items that are not here, or that you cannot see',
  'day-full': 'would give a day more than 24 hours',
  'kept-for-its-time': 'are older than this site keeps entries',
  future: 'are of a moment that has not come yet',
};

export const entriesWords = (count: number, locale: string): string =>
  countOf(count, 'entry', 'entries', locale);

/** A line for each reason for which entries are not imported. */
export function refusalLines(counts: Partial<Record<Refusal, number>>, locale: string): string[] {
  return (Object.keys(REASONS) as Refusal[]).flatMap((reason) => {
    const count = counts[reason] ?? 0;
    const words = `${entriesWords(count, locale)} ${REASONS[reason]}`;
    return count === 0 ? [] : [count === 1 ? words.replace(' are ', ' is ') : words];
  });
}

/** `12 new entries, 14h 30m, 1 Oct – 31 Oct 2026` */
export function newWords({ rows }: ImportPlan, viewer: Viewer): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return 'No new entries';
  return [
    countOf(rows.length, 'new entry', 'new entries', viewer.locale),
    formatDuration(secondsIn(rows), viewer.locale),
    formatDays(first.startedOn, last.startedOn, viewer),
  ].join(', ');
}

/** `19 entries imported, 1 was here already` */
export function importedWords({ outcomes }: Imported, locale: string): string {
  const { imported = 0, present = 0 } = outcomes;
  const words = `${entriesWords(imported, locale)} imported`;
  if (present === 0) return words;
  return `${words}, ${present.toLocaleString(locale)} ${present === 1 ? 'was' : 'were'} here already`;
}
