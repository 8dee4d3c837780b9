import { createHash } from 'node:crypto';
import type { Issue, LocalJira, Person } from '../jira/types';
import { Refused } from './answers';
import { ENVIRONMENT_ID, type PageModule } from './page-modules';
import type { Session } from './session';

/** What the frame says about an opened page; who asks is not part of it. */
export interface OpenedPage {
  moduleKey: string;
  issueKey?: string;
  /** Was the panel just put on the issue by a click? */
  isNewToIssue?: boolean;
  /** Custom context of `new Modal({context})`. */
  modal?: unknown;
}

export interface Surroundings {
  jira: LocalJira;
  cloudId: string;
  siteUrl: string;
  modules: PageModule[];
}

const ISSUE_TYPE_IDS: Record<string, string> = { Task: '10002', Story: '10001', Bug: '10004' };

function issueExtension(issue: Issue, jira: LocalJira): Record<string, unknown> {
  const project = jira.projects().find((one) => one.key === issue.project);
  const type = issue.issueType ?? 'Task';
  return {
    issue: { id: issue.id, key: issue.key, type, typeId: ISSUE_TYPE_IDS[type] ?? '10002' },
    project: { id: project?.id ?? '', key: issue.project, type: 'software' },
  };
}

function issueFor(page: OpenedPage, person: Person, jira: LocalJira): Issue {
  const issue = page.issueKey === undefined ? undefined : jira.issue(page.issueKey);
  if (issue && jira.canBrowse(person.accountId, issue)) return issue;
  throw new Refused(404, 'This work item does not exist, or this person may not see it.');
}

/** The module's extension data, as each module's page in the manifest reference lists it. */
function extensionOf(page: OpenedPage, person: Person, around: Surroundings): Record<string, unknown> {
  const module = around.modules.find((one) => one.key === page.moduleKey);
  if (!module) throw new Refused(404, 'The manifest has no page module with this key.');
  const modal = page.modal === undefined ? {} : { modal: page.modal };
  if (module.path !== undefined) {
    return { type: module.type, location: `${around.siteUrl}${module.path}`, ...modal };
  }
  const issue = issueFor(page, person, around.jira);
  const location = `${around.siteUrl}/browse/${issue.key}`;
  const about = issueExtension(issue, around.jira);
  const isNew = module.place === 'issue-panel' ? { isNewToIssue: page.isNewToIssue ?? false } : {};
  return { type: module.type, ...about, ...isNew, location, ...modal };
}

function localIdOf(page: OpenedPage, around: Surroundings): string {
  const place = page.issueKey === undefined ? 'page' : `issue-${page.issueKey}`;
  const digest = createHash('sha256').update(`${around.cloudId} ${page.moduleKey} ${place}`).digest('hex');
  return `ari:cloud:ecosystem::extension/local/${page.moduleKey}/${digest.slice(0, 32)}`;
}

/** What `view.getContext()` gives on this page for this person. */
export function contextOf(page: OpenedPage, session: Session, around: Surroundings): Record<string, unknown> {
  const person = around.jira.person(session.accountId);
  if (!person) throw new Refused(404, 'This person is not known to the local Jira.');
  return {
    accountId: person.accountId,
    cloudId: around.cloudId,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    extension: extensionOf(page, person, around),
    localId: localIdOf(page, around),
    locale: session.locale ?? person.locale.replace('_', '-'),
    moduleKey: page.moduleKey,
    siteUrl: around.siteUrl,
    timezone: person.timeZone,
  };
}
