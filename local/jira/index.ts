import { LocalForgeError } from '../errors';
import type { Table } from '../state';
import type { Issue, JiraSettings, JiraSite, LocalJira, Person, PersonInput, Project } from './types';

export type * from './types';

interface LocalJiraOptions {
  site: JiraSite;
  now: () => number;
  /** People changed since the site was set up, by account ID. */
  changes: Table<Person>;
  /** Sends a product event to the app. */
  emit(name: string, payload: Record<string, unknown>): Promise<unknown>;
}

type PersonChange = Partial<Omit<Person, 'accountId'>>;

export function createLocalJira({ site, now, changes, emit }: LocalJiraOptions): LocalJira {
  const people = new Map(site.people.map((input) => [input.accountId, complete(input)]));
  for (const person of changes.values()) people.set(person.accountId, person);
  const projects = new Map(site.projects.map((project) => [project.key, project]));
  const issues = new Map(
    site.issues.flatMap((issue) => [[issue.id, issue] as const, [issue.key, issue] as const]),
  );
  const settings: JiraSettings = {
    closedAccounts: 'former-user',
    removedPeople: 'gone',
    workingTime: { hoursPerDay: 8, daysPerWeek: 5 },
  };

  const keep = (person: Person): void => {
    people.set(person.accountId, person);
    changes.set(person.accountId, person);
  };
  const change = async (
    accountId: string,
    next: PersonChange,
    event = 'avi:jira:updated:user',
  ): Promise<void> => {
    const person = people.get(accountId);
    if (!person) throw new LocalForgeError(`This Jira site has no account ${accountId}.`);
    keep({ ...person, ...next });
    await emit(event, userEvent(event, { ...person, ...next }, now()));
  };
  return {
    host: site.host ?? 'example.atlassian.net',
    settings,
    people: () => [...people.values()],
    person: (accountId) => people.get(accountId),
    projects: () => site.projects,
    issues: () => site.issues,
    issue: (idOrKey) => issues.get(idOrKey),
    canBrowse: (accountId, issue) => canBrowse(people.get(accountId ?? ''), projects.get(issue.project)),
    addPerson: async (input) => {
      keep(complete(input));
      await emit('avi:jira:created:user', userEvent('avi:jira:created:user', complete(input), now()));
    },
    changePerson: change,
    rename: (accountId, displayName) => change(accountId, { displayName, changedAt: now() }),
    deactivate: (accountId) => change(accountId, { active: false }),
    reactivate: (accountId) => change(accountId, { active: true }),
    closeAccount: (accountId) => change(accountId, { active: false, closedAt: now() }),
    removeFromSite: (accountId) => change(accountId, { removed: true }, 'avi:jira:deleted:user'),
  };
}

function complete(input: PersonInput): Person {
  return {
    active: true,
    accountType: 'atlassian',
    isAdmin: false,
    timeZone: 'Europe/Zurich',
    locale: 'en_US',
    ...input,
  };
}

/** May this person sign in to this site? */
export function isSignedInHere(person: Person | undefined): person is Person {
  return person !== undefined && person.active && person.removed !== true && person.closedAt === undefined;
}

function canBrowse(person: Person | undefined, project: Project | undefined): boolean {
  if (!project || !isSignedInHere(person)) return false;
  return project.browsers ? project.browsers.includes(person.accountId) : person.accountType !== 'customer';
}

/** The issues of a site that a viewer may see, in their order. */
export function visibleIssues(jira: LocalJira, accountId: string | undefined): Issue[] {
  return jira.issues().filter((issue) => jira.canBrowse(accountId, issue));
}

/** Payload of Jira's user events: "Jira events", "User events" (documented); a deleted user is bare. */
function userEvent(eventType: string, person: Person, timestamp: number): Record<string, unknown> {
  const { accountId, accountType, displayName, active, timeZone } = person;
  const user =
    eventType === 'avi:jira:deleted:user'
      ? { accountId }
      : { accountId, accountType, displayName, active, timeZone };
  return { eventType, timestamp: String(timestamp), selfGenerated: false, user };
}
