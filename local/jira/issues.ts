import { NotModelledError } from '../errors';
import { visibleIssues } from '.';
import { JIRA_LIMITS } from './limits';
import { jsonObject } from './parameters';
import { jiraError, type JiraContext, type JiraRequest } from './request';
import type { Issue } from './types';

const FIELDS = ['summary', 'project', 'issuetype'];
/** What stands beside the fields: who asks for nothing else gets no field (documented for searches, assumed for one issue). */
const BESIDE_FIELDS = ['id', 'key'];
const ALL = ['*all', '*navigable'];

/** GET /rest/api/3/issue/{idOrKey} */
export function getIssue(context: JiraContext, request: JiraRequest): Response {
  const idOrKey = decodeURIComponent(request.path.split('/').pop() ?? '');
  const issue = context.jira.issue(idOrKey);
  if (!issue || !maySee(context, request, issue)) {
    return jiraError(404, 'Issue does not exist or you do not have permission to see it.');
  }
  const fields = request.query.getAll('fields').flatMap((list) => list.split(','));
  return Response.json(describe(context, issue, readFields(fields)));
}

/** POST /rest/api/3/issue/bulkfetch: what the viewer may see, in ascending order of the IDs. */
export function bulkFetchIssues(context: JiraContext, request: JiraRequest): Response {
  const body = jsonObject(request.body) ?? {};
  const asked: unknown = body['issueIdsOrKeys'];
  if (!Array.isArray(asked)) return jiraError(400, 'issueIdsOrKeys must be provided.');
  if (asked.length > JIRA_LIMITS.bulkFetchIssues) {
    return jiraError(
      400,
      `${asked.length} issues were asked for; at most ${JIRA_LIMITS.bulkFetchIssues} are allowed.`,
    );
  }
  const fields = readFields(Array.isArray(body['fields']) ? body['fields'].map(String) : []);
  const found = new Set(asked.flatMap((idOrKey) => context.jira.issue(String(idOrKey)) ?? []));
  const visible = [...found].filter((issue) => maySee(context, request, issue));
  const issues = visible.sort((one, other) => Number(one.id) - Number(other.id));
  return Response.json({ issues: issues.map((issue) => describe(context, issue, fields)), issueErrors: [] });
}

/** GET /rest/api/3/issue/picker: by key or by words of the summary. */
export function pickIssues(context: JiraContext, { query, viewer }: JiraRequest): Response {
  const text = (query.get('query') ?? '').trim().toLowerCase();
  const seen = viewer.kind === 'app' ? context.jira.issues() : visibleIssues(context.jira, accountOf(viewer));
  const found = seen.filter(
    ({ key, summary }) => key.toLowerCase().startsWith(text) || summary.toLowerCase().includes(text),
  );
  const issues = found.slice(0, JIRA_LIMITS.pickerIssues).map(({ id, key, summary }) => ({
    id: Number(id),
    key,
    keyHtml: key,
    summary,
    summaryText: summary,
  }));
  return Response.json({
    sections: [{ label: 'Current Search', id: 'cs', sub: `Showing ${issues.length}`, issues }],
  });
}

function maySee({ jira }: JiraContext, { viewer }: JiraRequest, issue: Issue): boolean {
  return viewer.kind === 'app' || jira.canBrowse(accountOf(viewer), issue);
}

function accountOf(viewer: JiraRequest['viewer']): string | undefined {
  return viewer.kind === 'person' ? viewer.accountId : undefined;
}

/** Jira answers with every field where none is asked for; three of them would look like an answer. */
function readFields(asked: string[]): string[] {
  if (asked.length === 0 || asked.some((field) => ALL.includes(field))) {
    throw new NotModelledError(`an issue with all its fields (only ${FIELDS.join(', ')}, asked for by name)`);
  }
  const fields = asked.filter((field) => !BESIDE_FIELDS.includes(field));
  const unknown = fields.find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw new NotModelledError(`the issue field ${unknown}`);
  return fields;
}

function describe({ jira }: JiraContext, issue: Issue, fields: string[]): Record<string, unknown> {
  const project = jira.projects().find(({ key }) => key === issue.project);
  const values: Record<string, unknown> = {
    summary: issue.summary,
    project: { id: project?.id, key: project?.key, name: project?.name },
    issuetype: { name: issue.issueType ?? 'Task' },
  };
  return {
    id: issue.id,
    key: issue.key,
    self: `https://${jira.host}/rest/api/3/issue/${issue.id}`,
    fields: Object.fromEntries(fields.map((field) => [field, values[field]])),
  };
}
