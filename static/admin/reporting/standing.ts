import type { ReportingView } from '../../../src/contract';
import { formatInstant } from '../../shared/dates';
import type { Tone } from '../../shared/message';
import type { Viewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { adviceWords, failureText } from './failure-words';

interface Standing {
  tone: Tone;
  title: string;
  text: string;
}

const HOUR_MS = 3_600_000;
/** The daily run meets everyone who is due within this time. */
const LATE_MS = 25 * HOUR_MS;

/** How reporting stands in a few words, and what happens next without anybody doing anything. */
export function standingOf(view: ReportingView, viewer: Viewer): Standing {
  return troubleOf(view, viewer) ?? calmOf(view, viewer);
}

function troubleOf(view: ReportingView, viewer: Viewer): Standing | undefined {
  const { lastFailure, closing } = view;
  const next = nextStep(view, viewer);
  if (lastFailure && fails(view)) {
    const { why, inARow } = lastFailure;
    const title = t(inARow > 0 ? 'reporting.failed-title' : 'reporting.part-failed-title');
    const kept = t('reporting.nothing-lost');
    return {
      tone: 'warning',
      title,
      text: sentences(failureText(why), adviceWords(why, inARow), kept, next),
    };
  }
  if (closing > 0) {
    const text = t('reporting.closing', { count: closing });
    return { tone: 'warning', title: t('reporting.closing-title'), text };
  }
  return isLate(view) ? { tone: 'warning', title: t('reporting.late-title'), text: next } : undefined;
}

/** Whole sentences, those that are to be said. */
export const sentences = (...said: ReadonlyArray<string | undefined>): string =>
  said.filter((each) => each !== undefined).join(' ');

/** Whether the latest report, or a part of it, led to no answer. */
export function fails({ lastFailure, lastAnswer }: ReportingView): boolean {
  if (!lastFailure) return false;
  return lastFailure.inARow > 0 || (lastAnswer !== undefined && lastFailure.at >= lastAnswer.at);
}

const isLate = ({ oldest, now }: ReportingView): boolean =>
  oldest !== undefined && Date.parse(now) - Date.parse(oldest.dueAt) > LATE_MS;

function calmOf(view: ReportingView, viewer: Viewer): Standing {
  const { people, due, lastAnswer } = view;
  const text = nextStep(view, viewer);
  if (people === 0) return { tone: 'info', title: t('reporting.nobody-title'), text };
  if (due.people > 0) return { tone: 'info', title: t('reporting.due-title', dueOf(view)), text };
  if (!lastAnswer) return { tone: 'info', title: t('reporting.none-told-title'), text };
  return { tone: 'success', title: t('reporting.on-time-title'), text };
}

/** How many are due, as messages take it. */
export const dueOf = ({ due }: ReportingView): { count: number; more: string } => ({
  count: due.people,
  more: due.more ? 'yes' : 'no',
});

/** What Atlassian asked for, and what the app keeps to instead. */
export function longWaitWords({ askedUntil }: ReportingView, viewer: Viewer): string | undefined {
  if (askedUntil === undefined) return undefined;
  return t('reporting.long-wait', { moment: formatInstant(askedUntil, viewer) });
}

function nextStep(view: ReportingView, viewer: Viewer): string {
  const { running, waitsUntil, due, oldest, lastAnswer } = view;
  if (running) return t('reporting.running');
  if (waitsUntil !== undefined) {
    const moment = formatInstant(waitsUntil, viewer);
    return sentences(longWaitWords(view, viewer), t('reporting.tries-again', { moment }));
  }
  if (due.people > 0) return t('reporting.next-run');
  if (!oldest) return t('reporting.none-yet');
  const moment = formatInstant(oldest.dueAt, viewer);
  return t(lastAnswer ? 'reporting.next-due' : 'reporting.first-due', { moment });
}
