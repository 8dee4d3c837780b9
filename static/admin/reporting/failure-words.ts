import type { ReportFailure } from '../../../src/contract';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';

/** Why a report failed, for administrators. */
export const failureWords = {
  'not-consented': 'reporting.why-not-consented',
  forbidden: 'reporting.why-forbidden',
  'rate-limited': 'reporting.why-rate-limited',
  unavailable: 'reporting.why-unavailable',
  'server-error': 'reporting.why-server-error',
  'no-answer': 'reporting.why-no-answer',
  unreadable: 'reporting.why-unreadable',
  malformed: 'reporting.why-malformed',
  unexpected: 'reporting.why-unexpected',
  'cut-off': 'reporting.why-cut-off',
} as const satisfies Record<ReportFailure, Key>;

/** The same for a failure that a newer version may have given. */
export const failureText = (why: ReportFailure): string =>
  wordOf(failureWords, why, t('reporting.why-unknown'));

/** Failures in a row after each of which the app tries again within minutes. */
const FIRST_TRIES = 3;

/** What administrators can do about it, where they can and it may not pass by itself. */
export function adviceWords(why: ReportFailure, inARow: number): string | undefined {
  const advice = ADVICE[why];
  if (advice === undefined) return undefined;
  return t(inARow <= FIRST_TRIES ? 'reporting.usual-when-new' : advice);
}

const ADVICE: Partial<Record<ReportFailure, Key>> = {
  'not-consented': 'reporting.advice-not-consented',
  forbidden: 'reporting.advice-forbidden',
};
