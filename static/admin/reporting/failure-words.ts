import type { ReportFailure } from '../../../src/contract';
import { wordOf } from '../../shared/word-of';

/** Why a report failed, for administrators. */
export const failureWords: Record<ReportFailure, string> = {
  'not-consented': 'Atlassian refused the report: this site has not consented to it, or not yet (401).',
  forbidden: 'Atlassian refused the report (403).',
  'rate-limited': 'Atlassian asked the app to report later (429).',
  unavailable: 'Atlassian’s service was not available (503).',
  'server-error': 'Atlassian’s service had an error.',
  'no-answer': 'No answer came from Atlassian.',
  unreadable: 'Atlassian answered in a form that the app cannot read.',
  malformed: 'Atlassian called the report malformed (400).',
  unexpected: 'Something unexpected came in the way.',
  'cut-off': 'The report was cut off before its end.',
};

/** The same for a failure that a newer version may have given. */
export const failureText = (why: ReportFailure): string =>
  wordOf(failureWords, why, 'Why is not known to this version of the app.');

/** Failures in a row after each of which the app tries again within minutes. */
const FIRST_TRIES = 3;
const NEW = 'That is usual in the first minutes after an installation.';

/** What administrators can do about it, where they can and it may not pass by itself. */
export function adviceWords(why: ReportFailure, inARow: number): string | undefined {
  const advice = ADVICE[why];
  return advice !== undefined && inARow <= FIRST_TRIES ? NEW : advice;
}

const ADVICE: Partial<Record<ReportFailure, string>> = {
  'not-consented':
    'A site administrator consents: find this app under Manage apps and accept its permissions. The app then goes on by itself.',
  forbidden:
    'Look under Manage apps whether the permissions of this app are accepted and its installation is complete.',
};
