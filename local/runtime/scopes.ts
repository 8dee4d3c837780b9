/** One of these groups must be in the manifest whole: the classic scopes, or the granular ones. */
export type Groups = readonly (readonly string[])[];

const USERS = ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'];
const CONFIGURATION = ['read:instance-configuration:jira', 'read:issue.time-tracking:jira'];
const ISSUES = [
  'read:issue-meta:jira',
  'read:issue-security-level:jira',
  'read:issue.vote:jira',
  'read:issue.changelog:jira',
  'read:avatar:jira',
  'read:issue:jira',
  'read:status:jira',
  'read:user:jira',
  'read:field-configuration:jira',
];

/**
 * The scopes that each modelled REST call needs. Sources: for Jira the `x-atlassian-oauth2-scopes` of its REST API's
 * description (December 2025), "User privacy guide for app developers", "Forge scopes".
 */
const CALLS: readonly [pattern: RegExp, scopes: Groups][] = [
  [/^kvs /, [['storage:app']]],
  [/^jira GET \/rest\/api\/3\/mypermissions$/, [['read:jira-work'], ['read:permission:jira']]],
  [/^jira GET \/rest\/api\/3\/issue\/picker$/, [['read:jira-work'], ['read:issue-details:jira']]],
  [/^jira GET \/rest\/api\/3\/issue\/[^/]+$/, [['read:jira-work'], ISSUES]],
  [/^jira POST \/rest\/api\/3\/issue\/bulkfetch$/, [['read:jira-work'], ISSUES]],
  [/^jira GET \/rest\/api\/3\/user\/search$/, [['read:jira-user'], [...USERS, 'read:user.property:jira']]],
  [/^jira GET \/rest\/api\/3\/(user$|user\/bulk$|myself$)/, [['read:jira-user'], USERS]],
  // Assumed: the classic scope of a setting that everyone reads.
  [/^jira GET \/rest\/api\/3\/configuration$/, [['read:jira-user'], CONFIGURATION]],
  [/^stargate POST \/app\/report-accounts\/?$/, [['report:personal-data']]],
];

/** May an app with these scopes make this call? What needs no scope here is refused elsewhere, as not modelled. */
export function mayCall(scopes: readonly string[], remote: string, method: string, path: string): boolean {
  const call = `${remote} ${method} ${path}`;
  const needed = CALLS.find(([pattern]) => pattern.test(call))?.[1];
  return needed === undefined || missingOf(needed, scopes) === undefined;
}

/** What is missing of the first group, unless one group is there whole. */
export function missingOf([first = [], ...others]: Groups, scopes: readonly string[]): string | undefined {
  const lacks = (group: readonly string[]): string | undefined =>
    group.find((scope) => !scopes.includes(scope));
  return others.some((group) => lacks(group) === undefined) ? undefined : lacks(first);
}

/** How Atlassian's gateway refuses a call without its scope (observed in developers' reports). */
export function scopeRefusal(): Response {
  return Response.json(
    { code: 401, message: 'Unauthorized; scope does not match' },
    { status: 401, headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' } },
  );
}

/** The same for storage, in the form of its errors (assumed: undocumented). */
export function storageScopeRefusal(): Response {
  return Response.json(
    {
      code: 'UNAUTHORIZED',
      message: 'Unauthorized; scope does not match: storage:app is not in the manifest',
    },
    { status: 401 },
  );
}
