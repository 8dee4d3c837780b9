import { issueDetails } from '../../data/issue-details';
import type { Issue } from '../../jira/types';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

const PAGE = 50;

function rowOf({ world }: Call, issue: Issue): Record<string, unknown> {
  const { jira, clock } = world.forge;
  const { status, priority, assignee } = issueDetails(issue, jira.people(), clock.now());
  const name = assignee === undefined ? undefined : jira.person(assignee)?.displayName;
  const { key, summary, issueType, project } = issue;
  return { key, summary, project, type: issueType ?? 'Task', status, priority, assignee: name };
}

/** Issues that the chosen person may see, by words of key or summary, a page at a time. */
function list(call: Call): Response {
  const { jira } = call.world.forge;
  const words = (call.query.get('query') ?? '').trim().toLowerCase();
  const project = call.query.get('project');
  const from = Math.max(0, Number(call.query.get('from') ?? 0) || 0);
  const seen = jira.issues().filter((issue) => {
    if (project !== null && issue.project !== project) return false;
    const text = `${issue.key} ${issue.summary}`.toLowerCase();
    return text.includes(words) && jira.canBrowse(call.session.accountId, issue);
  });
  const issues = seen.slice(from, from + PAGE).map((issue) => rowOf(call, issue));
  return json({
    total: seen.length,
    from,
    issues,
    next: from + PAGE < seen.length ? from + PAGE : undefined,
  });
}

function one(call: Call): Response {
  const { world, session, params } = call;
  const { jira, clock } = world.forge;
  const issue = jira.issue(params['key'] ?? '');
  if (!issue || !jira.canBrowse(session.accountId, issue)) {
    throw new Refused(404, 'This work item does not exist, or this person may not see it.');
  }
  const details = issueDetails(issue, jira.people(), clock.now());
  const named = (accountId: string | undefined): string | undefined =>
    accountId === undefined ? undefined : jira.person(accountId)?.displayName;
  const panels = world.modules.filter((module) => module.place === 'issue-panel');
  return json({
    ...rowOf(call, issue),
    ...details,
    projectName: jira.projects().find((project) => project.key === issue.project)?.name,
    assignee: named(details.assignee),
    reporter: named(details.reporter),
    comments: details.comments.map((comment) => ({ ...comment, author: named(comment.author) })),
    panels: panels.map(({ key }) => ({
      key,
      shown: world.panels.isShown(key, issue),
      onAll: world.panels.isOnAll(key, issue.project),
    })),
  });
}

export const jiraRoutes: Route[] = [
  { method: 'GET', path: '/issues', answer: list },
  { method: 'GET', path: '/issues/:key', answer: one },
];
