import { NotModelledError } from '../errors';
import type { JiraRequest } from './request';

/** What asks for nothing more than is answered without it. */
const NOTHING: readonly unknown[] = ['', 'false', false, null];

/** @throws NotModelledError which names a parameter that would change the answer and is not known */
export function refuseOthers({ method, path, query, body }: JiraRequest, known: readonly string[]): void {
  const given: [string, unknown][] = [...query, ...Object.entries(jsonObject(body) ?? {})];
  const other = given.find(([name, value]) => !known.includes(name) && !isNothing(value));
  if (other) throw new NotModelledError(`jira ${method} ${path} with ${other[0]}`);
}

function isNothing(value: unknown): boolean {
  return NOTHING.includes(value) || (Array.isArray(value) && value.length === 0);
}

/** A body as an object, where it is one. */
export function jsonObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
