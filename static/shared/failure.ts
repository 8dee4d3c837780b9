import type { Refusal, RefusalCode, Said } from '../../src/contract';
import { wordOf } from './word-of';
import { said } from './said';
import { t, type Key } from './words/words';

/** A refusal by the app, or `FAILED` where no answer came, in the language of the page. */
export interface Failure {
  error: {
    code: RefusalCode | 'FAILED';
    message: string;
    /** For a form: the message of each field to correct. */
    fields?: Record<string, string>;
  };
}

/** A failure of our own, for what happens in the browser. */
export function failure(message: string): Failure {
  return { error: { code: 'FAILED', message } };
}

export const isFailure = (answer: unknown): answer is Failure =>
  hasError(answer) && 'message' in answer.error;

/** Whether a function refused, before that is put in words. */
export const isRefusal = (answer: unknown): answer is Refusal => hasError(answer);

function hasError(answer: unknown): answer is { error: object } {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false;
  return typeof answer.error === 'object' && answer.error !== null && 'code' in answer.error;
}

/** What the app refused, in the language of the page. The function may be of a newer version and say what the page cannot. */
export function inWords({ error: { code, says, fields } }: Refusal): Failure {
  const message = wordsOf(says) ?? wordOf(generalWords, code, t('common.not-answered'));
  if (typeof fields !== 'object' || Array.isArray(fields)) return { error: { code, message } };
  const wrong = Object.entries(fields ?? {}).map(([field, said]) => [
    field,
    wordsOf(said) ?? t('refused.not-as-expected'),
  ]);
  return { error: { code, message, fields: Object.fromEntries(wrong) as Record<string, string> } };
}

/** Nothing where the page cannot say it; only numbers of ours come into a message. */
function wordsOf(says: Said | null | undefined): string | undefined {
  const numbers = Object.entries(says?.values ?? {}).filter(([, value]) => typeof value === 'number');
  return said(says?.key ?? '', Object.fromEntries(numbers));
}

const generalWords: Partial<Record<RefusalCode, Key>> = {
  NOT_ALLOWED: 'common.refused-not-allowed',
  INVALID: 'common.refused-invalid',
  NOT_FOUND: 'common.refused-not-found',
  CONFLICT: 'common.refused-conflict',
};

/** Whether asking again may help. */
export function isPassing({ error }: Failure): boolean {
  return error.code === 'TRY_LATER' || error.code === 'FAILED';
}
