import type { ReportingView } from '../../../src/contract';
import { countOf } from '../../shared/count-words';
import { formatInstant } from '../../shared/dates';
import type { Tone } from '../../shared/message';
import type { Viewer } from '../../shared/viewer';
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
    const whole = lastFailure.inARow > 0;
    const title = whole ? 'The last report failed' : 'A part of the last report failed';
    const { why } = lastFailure;
    const kept = 'Nobody’s data is touched by this, and what Atlassian answered before is kept.';
    const sentences = [failureText(why), adviceWords(why, lastFailure.inARow), kept, next];
    return { tone: 'warning', title, text: sentences.filter((each) => each !== undefined).join(' ') };
  }
  if (closing > 0) {
    const closed = countOf(closing, 'closed account', 'closed accounts', viewer.locale);
    const text = `The erasure of ${closed} has not begun, because storage was busy. The app tries again within minutes, and with the next daily run at the latest.`;
    return { tone: 'warning', title: 'Closed accounts wait for their erasure', text };
  }
  return isLate(view) ? { tone: 'warning', title: 'Reporting is late', text: next } : undefined;
}

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
  if (people === 0) return { tone: 'info', title: 'There is nobody to report', text };
  if (due.people > 0) return { tone: 'info', title: `${dueWords(view, viewer)} due`, text };
  if (!lastAnswer) return { tone: 'info', title: 'Atlassian has not been told of anyone yet', text };
  return { tone: 'success', title: 'Everyone is reported on time', text };
}

/** `1 account ID is`, `31 account IDs are`, `9,000 or more account IDs are`. */
export function dueWords({ due }: ReportingView, { locale }: Pick<Viewer, 'locale'>): string {
  const more = due.more ? 'At least ' : '';
  return `${more}${countOf(due.people, 'account ID is', 'account IDs are', locale)}`;
}

/** What Atlassian asked for, and what the app keeps to instead. */
export function longWaitWords({ askedUntil }: ReportingView, viewer: Viewer): string {
  if (askedUntil === undefined) return '';
  return `Atlassian asked to wait until ${formatInstant(askedUntil, viewer)}, which is longer than a cycle, so the app waits for one cycle. `;
}

function nextStep(view: ReportingView, viewer: Viewer): string {
  const { running, waitsUntil, due, oldest, lastAnswer } = view;
  if (running) return 'A report is under way.';
  if (waitsUntil !== undefined) {
    return `${longWaitWords(view, viewer)}The app tries again after ${formatInstant(waitsUntil, viewer)}, with the first daily run after that at the latest.`;
  }
  if (due.people > 0) return 'The next daily run reports who is due; you can also do it now.';
  if (!oldest) return 'Account IDs appear here as soon as people log time in the app.';
  const which = lastAnswer ? 'next' : 'first';
  return `The ${which} report is due on ${formatInstant(oldest.dueAt, viewer)}, and goes out with the first daily run after that.`;
}
