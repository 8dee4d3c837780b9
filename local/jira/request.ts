import type { LocalJira } from './types';

/** A REST call to Jira, with who asks: a person, nobody, or the app itself. */
export interface JiraRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  viewer: { kind: 'person'; accountId: string } | { kind: 'nobody' } | { kind: 'app' };
}

/** Answers of somebody's own for calls that are not modelled; nothing for a call that has none. */
export type OwnAnswers = (request: JiraRequest) => Response | undefined;

export interface JiraContext {
  jira: LocalJira;
  /** Epoch milliseconds. */
  now: number;
  /** How long after closing an account reads as closed, in milliseconds. */
  closedAfterMs: number;
  /** Answers of somebody's own for what is not modelled. */
  ownAnswers?: OwnAnswers | undefined;
}

/** Jira's error form. */
export function jiraError(status: number, ...errorMessages: string[]): Response {
  return Response.json({ errorMessages, errors: {} }, { status });
}

/** A whole number from the query, within bounds. */
export function readCount(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const value = Number(query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, most) : fallback;
}
