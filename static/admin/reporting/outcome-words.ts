import type { ReportingStarted, ReportingView } from '../../../src/contract';
import { formatInstant } from '../../shared/dates';
import type { Viewer } from '../../shared/viewer';
import { unknownWord } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import { failureText } from './failure-words';
import { dueOf, longWaitWords, sentences } from './standing';

/** What the button will do, said before it is pressed. */
export function intentWords(view: ReportingView, viewer: Viewer): string {
  const { running, waitsUntil, askedUntil, due, oldest } = view;
  if (running) return t('reporting.running');
  if (waitsUntil !== undefined && askedUntil === undefined) {
    return t('reporting.waiting', { moment: formatInstant(waitsUntil, viewer) });
  }
  if (due.people > 0) return sentences(longWaitWords(view, viewer), t('reporting.intent', dueOf(view)));
  return oldest ? t('reporting.nobody-due', { moment: formatInstant(oldest.dueAt, viewer) }) : '';
}

/** What pressing the button has led to so far. */
export function outcomeWords({ outcome, startsAt, view }: ReportingStarted, viewer: Viewer): string {
  if (outcome === 'nothing-due' || outcome === 'waiting') {
    return sentences(t('reporting.nothing-reported'), intentWords(view, viewer));
  }
  if (outcome === 'running') return t('reporting.already-running');
  if (outcome !== 'started') return `${unknownWord()}.`;
  if (startsAt === undefined) return t('reporting.on-its-way');
  return t('reporting.starts-later', { moment: formatInstant(startsAt, viewer) });
}

/** What the report came to, once it has ended or been watched for long enough. */
export function resultWords(before: ReportingView, after: ReportingView): string {
  const told = toldSince(before, after, 'accounts');
  const { lastFailure, due, running } = after;
  const failed = lastFailure !== undefined && lastFailure.at !== before.lastFailure?.at;
  const said = told > 0 ? toldWords(before, after) : undefined;
  if (failed) return sentences(said, t('reporting.report-failed'), failureText(lastFailure.why));
  if (said === undefined) return t('reporting.not-answered-yet');
  return running || due.people > 0 ? sentences(said, t('reporting.continues')) : said;
}

const toldWords = (before: ReportingView, after: ReportingView): string =>
  t('reporting.answered', {
    accounts: toldSince(before, after, 'accounts'),
    closed: toldSince(before, after, 'closed'),
    updated: toldSince(before, after, 'updated'),
  });

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
