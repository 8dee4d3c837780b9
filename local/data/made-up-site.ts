import type { JiraSite } from '../jira/types';
import { madeUpEntries } from './made-up-entries';
import { madeUpIssues, madeUpProjects } from './made-up-issues';
import { madeUpPeople, type MadeUpPerson } from './made-up-people';
import { madeUpStory, type Moment } from './made-up-story';
import type { LoggedTime } from './time-entry';

const DEFAULT_SEED = 'privacy center';
/** Every third person may see the project that is not for everyone. */
const INSIDER_STRIDE = 3;

export interface MadeUpSite {
  jira: JiraSite;
  entries: LoggedTime[];
  /** What happens beside them. */
  story: Moment[];
}

function insiders(people: MadeUpPerson[]): string[] {
  const chosen = people.filter((person, i) => person.profile.isAdmin === true || i % INSIDER_STRIDE === 0);
  return chosen.map((person) => person.profile.accountId);
}

/** The default site: some thirty people, three projects, 150 issues and a year of entries ending at `now`. */
export function madeUpSite(now: number, seed = DEFAULT_SEED): MadeUpSite {
  const people = madeUpPeople(seed);
  const inside = insiders(people);
  const projects = madeUpProjects(inside);
  const closed = new Set(projects.filter((project) => project.browsers).map((project) => project.key));
  const issues = madeUpIssues(seed);
  const open = issues.filter((issue) => !closed.has(issue.project));
  const entries = madeUpEntries(
    people,
    (person) => (inside.includes(person.profile.accountId) ? issues : open),
    now,
    seed,
  );
  const jira = { people: people.map((person) => person.profile), projects, issues };
  return { jira, entries, story: madeUpStory(people) };
}
