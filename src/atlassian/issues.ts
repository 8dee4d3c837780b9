import { asUser, route } from '@forge/api';

export type IssueAnswer = { found: true; projectId?: string } | { found: false } | 'no-answer';

interface IssueBody {
  id?: unknown;
  fields?: { project?: { id?: unknown } };
}

/** Looks the issue up as the person who asks: one they may not see is not there for them. */
export async function lookUpIssue(issueId: string): Promise<IssueAnswer> {
  try {
    const response = await asUser().requestJira(route`/rest/api/3/issue/${issueId}?fields=project`);
    if (response.status === 404 || response.status === 403) return { found: false };
    if (!response.ok) return 'no-answer';
    return readIssue((await response.json()) as IssueBody | null, issueId);
  } catch {
    return 'no-answer';
  }
}

function readIssue(body: IssueBody | null, issueId: string): IssueAnswer {
  if (body?.id !== issueId) return { found: false };
  const projectId = body.fields?.project?.id;
  return typeof projectId === 'string' ? { found: true, projectId } : { found: true };
}
