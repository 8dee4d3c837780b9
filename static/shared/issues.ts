import { requestJira } from '@forge/bridge';
import { isolated } from './isolated';
import { makeLookUp, type Found } from './look-up';
import { t } from './words/words';

export interface Issue {
  id: string;
  key: string;
  summary: string;
  /** The name of its space. */
  space: string;
}

interface BulkFetchAnswer {
  issues: Array<{ id: string; key: string; fields: { summary?: string; project?: { name?: string } } }>;
}

/** Keys and summaries of issues, asked of Jira by the browser as the viewer; they never reach the app's functions. */
export const lookUpIssues = makeLookUp<Issue>(100, async (ids) => {
  const issues = await fetchIssues(ids);
  return new Map(issues.map((issue) => [issue.id, issue]));
});

/** The same by key; who has moved since has another key, and is not found. */
export const lookUpIssuesByKey = makeLookUp<Issue>(100, async (keys) => {
  const issues = await fetchIssues(keys);
  return new Map(issues.map((issue) => [issue.key, issue]));
});

/** The issue with this key that the viewer may see, if there is one; throws when Jira does not answer. */
export async function findIssueByKey(key: string): Promise<Issue | undefined> {
  return (await fetchIssues([key]))[0];
}

/** What the viewer typed as a key: the issue, or in words why there is none. */
export async function readIssueKey(text: string): Promise<{ issue: Issue } | { problem: string }> {
  const key = text.trim().toUpperCase();
  if (!/^[A-Z][A-Z0-9_]{0,30}-\d{1,12}$/.test(key)) return { problem: t('common.key-looks-like') };
  try {
    const issue = await findIssueByKey(key);
    return issue ? { issue } : { problem: t('common.key-unknown') };
  } catch {
    return { problem: t('common.key-unanswered') };
  }
}

/** A work item as Jira’s search tells of it. */
export type FoundIssue = Pick<Issue, 'id' | 'key' | 'summary'>;

interface PickerAnswer {
  sections: Array<{ issues: Array<{ id: number; key: string; summaryText: string }> }>;
}

/** Work items that the viewer may see by their key or words of their title, the best first; throws when Jira does not answer. */
export async function findIssues(words: string): Promise<FoundIssue[]> {
  // Without `currentJQL` Jira looks only among those that the viewer saw lately.
  const query = new URLSearchParams({ query: words.trim(), currentJQL: '' });
  const response = await requestJira(`/rest/api/3/issue/picker?${query.toString()}`);
  if (!response.ok) throw new Error(`issue/picker answered ${response.status}`);
  const { sections } = (await response.json()) as PickerAnswer;
  const found = sections.flatMap(({ issues }) => issues);
  return [
    ...new Map(
      found.map(({ id, key, summaryText }) => [key, { id: String(id), key, summary: summaryText }]),
    ).values(),
  ];
}

/** How an issue is called on a page; `undefined` while the look-up runs. */
export function issueLabel(found: Found<Issue> | undefined, id: string): string {
  if (found === undefined) return '…';
  if (found.state === 'unknown') return t('common.work-item-unseen', { id });
  if (found.state === 'unavailable') return t('common.work-item-by-id', { id });
  return `${found.value.key} ${isolated(found.value.summary)}`.trim();
}

async function fetchIssues(idsOrKeys: string[]): Promise<Issue[]> {
  const response = await requestJira('/rest/api/3/issue/bulkfetch', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ issueIdsOrKeys: idsOrKeys, fields: ['summary', 'project'] }),
  });
  if (!response.ok) throw new Error(`issue/bulkfetch answered ${response.status}`);
  const { issues } = (await response.json()) as BulkFetchAnswer;
  return issues.map(({ id, key, fields }) => ({
    id,
    key,
    summary: fields.summary ?? '',
    space: fields.project?.name ?? '',
  }));
}
