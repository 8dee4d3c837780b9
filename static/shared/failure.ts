import type { Refusal, RefusalCode } from '../../src/contract';

/** A refusal by the app, or `FAILED` where no answer came. */
export interface Failure {
  error: Omit<Refusal['error'], 'code'> & { code: RefusalCode | 'FAILED' };
}

/** A failure of our own, for what happens in the browser. */
export function failure(message: string): Failure {
  return { error: { code: 'FAILED', message } };
}

export function isFailure(answer: unknown): answer is Failure {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false;
  const { error } = answer;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** Whether asking again may help. */
export function isPassing({ error }: Failure): boolean {
  return error.code === 'TRY_LATER' || error.code === 'FAILED';
}
