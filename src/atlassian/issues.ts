import { asUser, route } from '@forge/api';
import { askJira, type Asked } from './ask-jira';

/**
 * Whether the person who asks may see the issue, asked of Jira as that person: one they may not see is not there for
 * them. It asks for no field, so nothing comes but ID, key and address, and only the ID is read.
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
