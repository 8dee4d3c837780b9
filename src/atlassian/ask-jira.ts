import { NeedsAuthenticationError, type APIResponse, asUser, route } from '@forge/api';

/** What Jira says, or `no-answer`: an error, a time-out, or an answer of no known form. */
export type Asked<Said> = Said | 'no-answer';

/** Whether an error is one with which Forge asks the person for consent: it must get through to Forge. */
export const asksForConsent = (error: unknown): boolean => error instanceof NeedsAuthenticationError;

/**
 * Asks Jira something, and reads an answer of 200.
 * @param notFound what 404 means
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
async function askJira<Body, Said>(
  call: () => Promise<APIResponse>,
  read: (body: Body | null) => Asked<Said>,
  notFound: Asked<Said> = 'no-answer',
): Promise<Asked<Said>> {
  try {
    const response = await call();
    if (response.status === 404) return notFound;
    return response.ok ? read((await response.json()) as Body | null) : 'no-answer';
  } catch (error) {
    if (asksForConsent(error)) throw error;
    return 'no-answer';
  }
}

interface PermissionsBody {
  permissions?: { ADMINISTER?: { havePermission?: unknown } };
}

/**
 * Whether the person who asks holds Jira's global permission ADMINISTER, asked of Jira as that person
 * (`GET /rest/api/3/mypermissions`). No answer means neither yes nor no.
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
export const isAdministrator = (): Promise<Asked<boolean>> =>
  askJira(
    () => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
    (body: PermissionsBody | null) => {
      const holds = body?.permissions?.ADMINISTER?.havePermission;
      return typeof holds === 'boolean' ? holds : 'no-answer';
    },
  );

/**
 * Whether the person who asks may see the issue, asked of Jira as that person: Jira answers 404 for one they may not see.
 * The call wants only the ID, so Jira answers with ID, key and address, and only the ID is read.
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
export const isIssueVisible = (issueId: string): Promise<Asked<boolean>> =>
  askJira(
    () => asUser().requestJira(route`/rest/api/3/issue/${issueId}?fields=id`),
    (body: { id?: unknown } | null) => (body?.id === issueId ? true : 'no-answer'),
    false,
  );

/**
 * Those of at most 100 issues that the person who asks may see, asked of Jira as that person in one call.
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
export const visibleIssues = (issueIds: readonly string[]): Promise<Asked<ReadonlySet<string>>> => {
  const issueIdsOrKeys = [...new Set(issueIds)];
  return askJira(
    () =>
      asUser().requestJira(route`/rest/api/3/issue/bulkfetch`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ issueIdsOrKeys, fields: ['id'] }),
      }),
    (body: { issues?: unknown } | null) => idsIn(body?.issues),
  );
};

function idsIn(issues: unknown): Asked<ReadonlySet<string>> {
  if (!Array.isArray(issues)) return 'no-answer';
  return new Set(issues.map((issue: { id?: unknown } | null) => String(issue?.id)));
}
