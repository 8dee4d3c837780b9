/**
 * The scope that each modelled REST call needs. Sources: Atlassian's Jira REST reference (classic scopes),
 * "User privacy guide for app developers", "Forge scopes"; the Jira ones are from memory of the reference.
 */
const SCOPES: readonly [pattern: RegExp, scope: string][] = [
  [/^kvs /, 'storage:app'],
  [/^jira GET \/rest\/api\/3\/mypermissions$/, 'read:jira-work'],
  [/^jira GET \/rest\/api\/3\/issue\//, 'read:jira-work'],
  [/^jira POST \/rest\/api\/3\/issue\/bulkfetch$/, 'read:jira-work'],
  [/^jira GET \/rest\/api\/3\/(user$|user\/|myself$)/, 'read:jira-user'],
  [/^stargate POST \/app\/report-accounts\/?$/, 'report:personal-data'],
];

/** The scope a call needs, if it needs one. */
export function neededScope(remote: string, method: string, path: string): string | undefined {
  const call = `${remote} ${method} ${path}`;
  return SCOPES.find(([pattern]) => pattern.test(call))?.[1];
}

/** The scope that events of this name need: "Jira events", "User events" (documented). */
export function neededEventScope(event: string): string | undefined {
  return /^avi:jira:\w+:user$/.test(event) ? 'read:jira-user' : undefined;
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
