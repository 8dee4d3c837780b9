import type { ReportFailure } from '../privacy/engine';

const FAILURES: Readonly<Record<number, ReportFailure>> = {
  400: 'malformed',
  401: 'not-consented',
  403: 'forbidden',
  429: 'rate-limited',
  503: 'unavailable',
};

/** What a status means that is no answer; undefined where none came. */
export function failureOf(status: number | undefined): ReportFailure {
  if (status === undefined) return 'no-answer';
  return FAILURES[status] ?? (status >= 500 ? 'server-error' : 'unexpected');
}

/** The status of an error of Forge's own proxy, which has one; a cut connection has none. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
