import type { ReportingStarted, ReportingView } from '../../../src/contract';
import { countOf } from '../../shared/count-words';
import { formatInstant } from '../../shared/dates';
import type { Viewer } from '../../shared/viewer';
import { failureText } from './failure-words';
import { dueWords, longWaitWords } from './standing';
import { UNKNOWN } from '../../shared/word-of';

/** What the button will do, said before it is pressed. */
export function intentWords(view: ReportingView, viewer: Viewer): string {
  const { running, waitsUntil, askedUntil, due, oldest } = view;
  if (running) return 'A report is under way.';
  if (waitsUntil !== undefined && askedUntil === undefined) return waitingWords(waitsUntil, viewer);
  if (due.people > 0)
    return `${longWaitWords(view, viewer)}${dueWords(view, viewer)} due. Only these are reported.`;
  return oldest ? nobodyDueWords(oldest.dueAt, viewer) : '';
}

const waitingWords = (until: string, viewer: Viewer): string =>
  `Atlassian is not called before ${formatInstant(until, viewer)}: it asked for that, or a report has just failed.`;

const nobodyDueWords = (dueAt: string, viewer: Viewer): string =>
  `Nobody is due before ${formatInstant(dueAt, viewer)}. Atlassian wants to be told once a cycle and no more.`;

/** What pressing the button has led to so far. */
export function outcomeWords({ outcome, startsAt, view }: ReportingStarted, viewer: Viewer): string {
  if (outcome === 'nothing-due' || outcome === 'waiting') {
    return `Nothing was reported. ${intentWords(view, viewer)}`;
  }
  if (outcome === 'running') return 'A report was under way already, so no other was begun.';
  if (outcome !== 'started') return `${UNKNOWN}.`;
  if (startsAt === undefined) return 'The report is on its way…';
  return `The report goes out at ${formatInstant(startsAt, viewer)}: near a full hour Atlassian asks apps to wait. You can leave this page.`;
}

/** What the report came to, once it has ended or been watched for long enough. */
export function resultWords(before: ReportingView, after: ReportingView, viewer: Viewer): string {
  const told = toldSince(before, after, 'accounts');
  const { lastFailure, due, running } = after;
  const failed = lastFailure !== undefined && lastFailure.at !== before.lastFailure?.at;
  const said = told > 0 ? `${toldWords(before, after, viewer)} ` : '';
  if (failed) return `${said}The report failed. ${failureText(lastFailure.why)}`;
  if (told === 0) return 'No answer has come yet. The report goes on by itself; look again in a few minutes.';
  return running || due.people > 0 ? `${said}The report goes on by itself.` : said.trim();
}

function toldWords(before: ReportingView, after: ReportingView, { locale }: Viewer): string {
  const told = countOf(toldSince(before, after, 'accounts'), 'account ID', 'account IDs', locale);
  const closed = toldSince(before, after, 'closed').toLocaleString(locale);
  const updated = toldSince(before, after, 'updated').toLocaleString(locale);
  return `Atlassian was told of ${told} and answered: ${closed} closed, ${updated} updated.`;
}

/** How much the counts of the cycle that was the present one, and of those after it, have grown. */
function toldSince(
  before: ReportingView,
  after: ReportingView,
  count: 'accounts' | 'closed' | 'updated',
): number {
  const from = before.cycles.at(-1)?.from ?? '';
  const sum = ({ cycles }: ReportingView): number =>
    cycles.filter((cycle) => cycle.from >= from).reduce((total, cycle) => total + cycle[count], 0);
  return sum(after) - sum(before);
}
