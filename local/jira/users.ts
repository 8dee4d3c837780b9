import { JIRA_LIMITS } from './limits';
import { jiraError, readCount, type JiraContext, type JiraRequest } from './request';
import type { Person } from './types';

/** GET /rest/api/3/user: one person, who may be inactive; 404 for an account that the site does not know. */
export function oneUser(context: JiraContext, { query }: JiraRequest): Response {
  const accountId = query.get('accountId');
  if (!accountId) return jiraError(400, 'The accountId query parameter needs to be provided.');
  const removed = context.jira.person(accountId)?.removed === true;
  const gone = removed && context.jira.settings.removedPeople === 'gone';
  const user = gone ? undefined : userOf(context, accountId);
  return user ? Response.json(user) : jiraError(404, NO_SUCH_USER);
}

const NO_SUCH_USER = 'Specified user does not exist or you do not have required permissions';

/** GET /rest/api/3/user/bulk: those of the asked accounts that the site knows; the others are left out. */
export function bulkUsers(context: JiraContext, { query }: JiraRequest): Response {
  const asked = query.getAll('accountId');
  if (asked.length === 0) return jiraError(400, 'The accountId query parameter needs to be provided.');
  const startAt = readCount(query, 'startAt', 0, Infinity);
  const maxResults = readCount(query, 'maxResults', JIRA_LIMITS.userBulkDefault, JIRA_LIMITS.userBulkMost);
  const known = [...new Set(asked)].flatMap((accountId) => userOf(context, accountId) ?? []);
  const values = known.slice(startAt, startAt + maxResults);
  const self = `https://${context.jira.host}/rest/api/3/user/bulk`;
  const isLast = startAt + values.length >= known.length;
  return Response.json({ self, maxResults, startAt, total: known.length, isLast, values });
}

/** GET /rest/api/3/user/search: active people whose name has a word that begins so. */
export function searchUsers(context: JiraContext, { query }: JiraRequest): Response {
  const text = query.get('query')?.trim().toLowerCase();
  if (text === undefined) return jiraError(400, 'The query parameter query needs to be provided.');
  const startAt = readCount(query, 'startAt', 0, Infinity);
  const most = readCount(query, 'maxResults', JIRA_LIMITS.userSearchDefault, JIRA_LIMITS.userSearchMost);
  const found = context.jira
    .people()
    .filter((person) => person.active && !person.removed && hasWord(person, text));
  const page = found.slice(startAt, startAt + most);
  return Response.json(page.map((person) => describe(context, person)));
}

/** GET /rest/api/3/myself */
export function myself(context: JiraContext, { viewer }: JiraRequest): Response {
  const person = viewer.kind === 'person' ? context.jira.person(viewer.accountId) : undefined;
  if (!person) return jiraError(401, 'Client must be authenticated to access this resource.');
  return Response.json({ ...describe(context, person), locale: person.locale });
}

function hasWord({ displayName }: Person, text: string): boolean {
  const name = displayName.toLowerCase();
  return name.startsWith(text) || name.split(/\s+/).some((word) => word.startsWith(text));
}

function userOf(context: JiraContext, accountId: string): Record<string, unknown> | undefined {
  const person = context.jira.person(accountId);
  if (!person) return undefined;
  if (!readsAsClosed(person, context)) return describe(context, person);
  if (context.jira.settings.closedAccounts === 'gone') return undefined;
  const self = `https://${context.jira.host}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  return { self, accountId, accountType: person.accountType, displayName: 'Former user', active: false };
}

/** Has Atlassian's wait after closing ended? */
export function readsAsClosed(
  { closedAt }: Person,
  { now, closedAfterMs }: Omit<JiraContext, 'jira'>,
): boolean {
  return closedAt !== undefined && now >= closedAt + closedAfterMs;
}

function describe({ jira }: JiraContext, person: Person): Record<string, unknown> {
  const { accountId, accountType, displayName, active, timeZone, removed } = person;
  return {
    self: `https://${jira.host}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType,
    displayName,
    active: active && removed !== true,
    timeZone,
    avatarUrls: {},
  };
}
