import { LocalForgeError } from '../errors';
import { isSignedInHere } from '.';
import { mayCall, scopeRefusal } from '../runtime/scopes';
import { answerJira } from './api';
import { jiraError, type JiraContext, type JiraRequest } from './request';

/** What the bridge's `requestJira` gets: as the viewer, within the app's scopes. */
export function requestAsViewer(
  context: JiraContext,
  scopes: string[],
  accountId: string | undefined,
  path: string,
  init: RequestInit = {},
): Response {
  const method = (init.method ?? 'GET').toUpperCase();
  const url = new URL(path, `https://${context.jira.host}`);
  if (!mayCall(scopes, 'jira', method, url.pathname)) return scopeRefusal();
  const person = accountId === undefined ? undefined : context.jira.person(accountId);
  if (person && !isSignedInHere(person))
    return jiraError(401, 'Client must be authenticated to access this resource.');
  const viewer: JiraRequest['viewer'] =
    accountId === undefined ? { kind: 'nobody' } : { kind: 'person', accountId };
  return answerJira(context, {
    method,
    path: url.pathname,
    query: url.searchParams,
    body: textOf(init.body),
    viewer,
  });
}

function textOf(body: RequestInit['body']): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  throw new LocalForgeError('requestJira takes a body of text only.');
}
