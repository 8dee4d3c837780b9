import type { Issue, JiraSite, PersonInput, Project } from '../jira/types';
import { madeUpSummary } from './made-up-issues';
import { madeUpName } from './made-up-names';
import type { EntryFault, LoggedTime } from './time-entry';

const FIRST_PROJECT_ID = 20001;

function personOf(accountId: string): PersonInput {
  const person = { accountId, displayName: madeUpName(accountId) };
  return accountId.startsWith('qm:') ? { ...person, accountType: 'customer' } : person;
}

function projectKey(issueKey: string): string {
  return issueKey.slice(0, issueKey.lastIndexOf('-'));
}

function projectName(key: string): string {
  return key.charAt(0) + key.slice(1).toLowerCase();
}

function issuesOf(entries: LoggedTime[]): Issue[] {
  const issues = new Map<string, Issue>();
  for (const { issueId: id, issueKey: key } of entries) {
    if (!issues.has(id)) {
      issues.set(id, { id, key, summary: madeUpSummary(key), project: projectKey(key), issueType: 'Task' });
    }
  }
  return [...issues.values()];
}

function projectsOf(issues: Issue[], known: ReadonlySet<string>): Project[] {
  const keys = [...new Set(issues.map((issue) => issue.project))].filter((key) => !known.has(key));
  return keys.map((key, i) => ({ id: String(FIRST_PROJECT_ID + i), key, name: projectName(key) }));
}

/** Which entries name a work item by a key or an ID that belongs to another, on the site or earlier among them. */
export function contradictions({ issues }: JiraSite, entries: LoggedTime[]): EntryFault[] {
  const keys = new Map(issues.map(({ id, key }) => [id, key]));
  const ids = new Map(issues.map(({ id, key }) => [key, id]));
  return [...entries.entries()].flatMap(([position, { issueId, issueKey }]) => {
    const key = keys.get(issueId) ?? issueKey;
    const id = ids.get(issueKey) ?? issueId;
    if (key !== issueKey) return [{ position, problem: 'its issueId belongs to another issueKey' }];
    if (id !== issueId) return [{ position, problem: 'its issueKey belongs to another issueId' }];
    keys.set(id, key);
    ids.set(key, id);
    return [];
  });
}

/** A Jira site with the people and issues of some entries added, under made-up names and summaries. */
export function withEntries(site: JiraSite, entries: LoggedTime[]): JiraSite {
  const people = new Map(site.people.map((person) => [person.accountId, person]));
  for (const { accountId } of entries) {
    if (!people.has(accountId)) people.set(accountId, personOf(accountId));
  }
  const knownIssues = new Set(site.issues.map((issue) => issue.id));
  const issues = issuesOf(entries).filter((issue) => !knownIssues.has(issue.id));
  const knownProjects = new Set(site.projects.map((project) => project.key));
  return {
    ...site,
    people: [...people.values()],
    projects: [...site.projects, ...projectsOf(issues, knownProjects)],
    issues: [...site.issues, ...issues],
  };
}
