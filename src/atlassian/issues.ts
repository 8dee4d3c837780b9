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
