import type { ReportingCycle, ReportingView } from '../../../src/contract';
import { countOf, orMore } from '../../shared/count-words';
import { formatInstant, formatInstantDay } from '../../shared/dates';
import type { Viewer } from '../../shared/viewer';
import { failureText } from './failure-words';
import { fails } from './standing';

const DAY_SECONDS = 86_400;

/** A cycle in days; Atlassian may ask for other parts of a day, which are rounded. */
const cycleDays = ({ periodSeconds }: ReportingView, locale: string): string =>
  countOf(Math.round(periodSeconds / DAY_SECONDS), 'day', 'days', locale);

/** The account ID that waits longest against the days of the cycle: `4 days of 7`. */
export function longestWords({ oldest, periodSeconds, now }: ReportingView, locale: string): string {
  if (!oldest) return '–';
  const waits = (Date.parse(now) - Date.parse(oldest.countsFrom)) / (DAY_SECONDS * 1000);
  const days = countOf(Math.max(0, Math.floor(waits)), 'day', 'days', locale);
  return `${days} of ${Math.round(periodSeconds / DAY_SECONDS).toLocaleString(locale)}`;
}

/** What came of reporting in all the cycles that are kept. */
const inAllCycles = (cycles: readonly ReportingCycle[], count: 'closed' | 'updated'): number =>
  cycles.reduce((sum, cycle) => sum + cycle[count], 0);

/** The figures above the chart, each with its title. */
export function figuresOf(view: ReportingView, { locale }: Viewer): Array<readonly [string, string]> {
  const { people, due, cycles } = view;
  const number = (value: number): string => value.toLocaleString(locale);
  return [
    ['Account IDs held', orMore(number(people), view.morePeople)],
    ['Due now', `${number(due.people)}${due.more ? ' or more' : ''}`],
    ['Longest not reported', longestWords(view, locale)],
    ['Cycle', cycleDays(view, locale)],
    ['Closed and erased', number(inAllCycles(cycles, 'closed'))],
    ['Updated and confirmed', number(inAllCycles(cycles, 'updated'))],
  ];
}

/** What Atlassian last answered, in numbers. */
export function answerWords(answer: NonNullable<ReportingView['lastAnswer']>, locale: string): string {
  const { accounts, closed, updated, notUnderstood } = answer;
  const parts = [
    `about ${countOf(accounts, 'account ID', 'account IDs', locale)}`,
    `${closed.toLocaleString(locale)} closed`,
    `${updated.toLocaleString(locale)} updated`,
    ...(notUnderstood > 0 ? [`${notUnderstood.toLocaleString(locale)} not understood and ignored`] : []),
  ];
  return parts.join(', ');
}

/** When and why a report last failed, and whether that is over. */
export function lastFailureWords(view: ReportingView, viewer: Viewer): string {
  const { lastFailure } = view;
  if (!lastFailure) return 'None so far';
  const { at, why } = lastFailure;
  const over = fails(view) ? '' : ' Atlassian has answered since.';
  return `${formatInstant(at, viewer)}. ${failureText(why)}${over}`;
}

/** Atlassian asked for another cycle in a way that is not known. */
export function unreadPeriodWords(view: ReportingView, viewer: Viewer): string | undefined {
  if (view.periodUnreadAt === undefined) return undefined;
  const on = formatInstantDay(view.periodUnreadAt, viewer);
  return `On ${on} Atlassian asked for a cycle in a form that the app cannot read. It stays with ${cycleDays(view, viewer.locale)}.`;
}
