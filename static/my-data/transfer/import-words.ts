import { formatDays } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { secondsIn } from '../../shared/seconds-in';
import type { Viewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { ImportPlan, Refusal } from './plan-import';
import type { Imported } from './run-import';

const REASONS = {
  malformed: 'transfer.malformed',
  'not-visible': 'transfer.not-visible',
  'day-full': 'transfer.day-full',
  'kept-for-its-time': 'transfer.kept-for-its-time',
  future: 'transfer.future',
} as const satisfies Record<Refusal, string>;

/** A line for each reason for which entries are not imported. */
export function refusalLines(counts: Partial<Record<Refusal, number>>): string[] {
  return (Object.keys(REASONS) as Refusal[]).flatMap((reason) => {
    const count = counts[reason] ?? 0;
    return count === 0 ? [] : [t(REASONS[reason], { count })];
  });
}

/** `12 new entries, 14h 30m, 1 Oct – 31 Oct 2026` */
export function newWords({ rows }: ImportPlan, viewer: Viewer): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return t('transfer.nothing-new');
  return t('transfer.new', {
    count: rows.length,
    time: formatDuration(secondsIn(rows), viewer.locale),
    days: formatDays(first.startedOn, last.startedOn, viewer),
  });
}

/**
 * How many entries an import has brought. The plan has none that was there, so one that the app finds there came in since:
 * its answer was lost, or another tab imports the same.
 */
export const importedIn = ({ imported = 0, present = 0 }: Imported['outcomes']): number => imported + present;
