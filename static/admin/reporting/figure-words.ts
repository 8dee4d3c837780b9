import type { ReportingCycle, ReportingView } from '../../../src/contract';
import { orMore } from '../../shared/count-words';
import { formatInstant, formatInstantDay } from '../../shared/dates';
import { periodWords } from '../../shared/period';
import type { Viewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { failureText } from './failure-words';
import { fails } from './standing';

const DAY_SECONDS = 86_400;

/** A cycle in days; Atlassian may ask for other parts of a day, which are rounded. */
const cycleDays = ({ periodSeconds }: ReportingView): number => Math.round(periodSeconds / DAY_SECONDS);

/** The account ID that waits longest against the days of the cycle: `4 days of 7`. */
export function longestWords(view: ReportingView): string {
  const { oldest, now } = view;
  if (!oldest) return '–';
  const waits = (Date.parse(now) - Date.parse(oldest.countsFrom)) / (DAY_SECONDS * 1000);
  return t('reporting.waits', { waits: Math.max(0, Math.floor(waits)), days: cycleDays(view) });
}

/** What came of reporting in all the cycles that are kept. */
const inAllCycles = (cycles: readonly ReportingCycle[], count: 'closed' | 'updated'): number =>
  cycles.reduce((sum, cycle) => sum + cycle[count], 0);

/** The figures above the chart, each with its title. */
export function figuresOf(view: ReportingView, { locale }: Viewer): Array<readonly [string, string]> {
  const { people, due, cycles } = view;
  const number = (value: number): string => value.toLocaleString(locale);
  return [
    [t('reporting.held'), orMore(number(people), view.morePeople)],
    [t('reporting.due-now'), orMore(number(due.people), due.more || undefined)],
    [t('reporting.longest'), longestWords(view)],
    [t('reporting.period'), periodWords(cycleDays(view))],
    [t('reporting.closed-and-deleted'), number(inAllCycles(cycles, 'closed'))],
    [t('reporting.updated-and-confirmed'), number(inAllCycles(cycles, 'updated'))],
  ];
}

/** What Atlassian last answered, in numbers. */
export function answerWords(answer: NonNullable<ReportingView['lastAnswer']>, viewer: Viewer): string {
  const { at, accounts, closed, updated, notUnderstood } = answer;
  const moment = formatInstant(at, viewer);
  return t('reporting.answer', { moment, accounts, closed, updated, ignored: notUnderstood });
}

/** When and why a report last failed, and whether that is over. */
export function lastFailureWords(view: ReportingView, viewer: Viewer): string {
  const { lastFailure } = view;
  if (!lastFailure) return t('reporting.no-failure-yet');
  const { at, why } = lastFailure;
  const failed = t('reporting.failed-on', { moment: formatInstant(at, viewer), why: failureText(why) });
  return fails(view) ? failed : `${failed} ${t('reporting.answered-since')}`;
}

/** Atlassian asked for another cycle in a way that is not known. */
export function unreadPeriodWords(view: ReportingView, viewer: Viewer): string | undefined {
  if (view.periodUnreadAt === undefined) return undefined;
  const day = formatInstantDay(view.periodUnreadAt, viewer);
  return t('reporting.period-unread', { day, count: cycleDays(view) });
}
