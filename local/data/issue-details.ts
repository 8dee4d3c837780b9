import type { Issue, Person } from '../jira/types';
import { seededRandom, type SeededRandom } from './seeded-random';

type StatusCategory = 'todo' | 'doing' | 'done';

/** What the frame shows of an issue besides what the app may ask for: made up, always the same for the same key. */
export interface IssueDetails {
  status: { name: string; category: StatusCategory };
  priority: 'Highest' | 'High' | 'Medium' | 'Low';
  assignee?: string;
  reporter?: string;
  /** `yyyy-mm-dd` */
  createdOn: string;
  description: string[];
  comments: { author: string; on: string; text: string }[];
}

const DAY_MS = 86_400_000;
const STATUSES: IssueDetails['status'][] = [
  { name: 'To Do', category: 'todo' },
  { name: 'In Progress', category: 'doing' },
  { name: 'In Review', category: 'doing' },
  { name: 'Done', category: 'done' },
];
const PRIORITIES: IssueDetails['priority'][] = ['Highest', 'High', 'Medium', 'Medium', 'Medium', 'Low'];
const REASONS = [
  'Three customers asked for this in the last month, and support has no good answer yet.',
  'We agreed on this in the planning of the quarter; it unblocks two other pieces of work.',
  'It came up in the retrospective: we lose about an hour a week to it.',
  'The yearly audit lists it as a finding of low severity.',
];
const GOALS = [
  'Done means: it works on every supported version, the help page says so, and a test holds it in place.',
  'Please start with the smallest version that helps and show it in the Thursday demo.',
  'Keep the old behaviour behind a setting until the end of the quarter.',
  'If it takes more than three days, stop and let us talk about it.',
];
const COMMENTS = [
  'I had a look this morning: less work than expected.',
  'First version is ready for review.',
  'Agreed with the team to leave the rare case out for now.',
  'Found the cause. A fix with a test follows tomorrow.',
  'Can somebody try this with a large account?',
  'Works for me on the test site.',
];

function dayBefore(now: number, days: number): string {
  return new Date(now - days * DAY_MS).toISOString().slice(0, 10);
}

function comments(
  random: SeededRandom,
  people: Person[],
  now: number,
  age: number,
): IssueDetails['comments'] {
  const texts = random.sample(COMMENTS, random.between(0, 3));
  const days = texts.map(() => random.between(1, Math.max(1, age - 1))).sort((a, b) => b - a);
  return texts.map((text, i) => ({
    author: random.pick(people).accountId,
    on: dayBefore(now, days[i] ?? 1),
    text,
  }));
}

export function issueDetails(issue: Issue, people: Person[], now: number): IssueDetails {
  const random = seededRandom(`details of ${issue.key}`);
  const team = people.filter((person) => person.accountType === 'atlassian').slice(0, 30);
  const age = random.between(20, 300);
  const details = {
    status: random.pick(STATUSES),
    priority: random.pick(PRIORITIES),
    createdOn: dayBefore(now, age),
    description: [random.pick(REASONS), random.pick(GOALS)],
  };
  if (team.length === 0) return { ...details, comments: [] };
  const assignee = random.pick(team).accountId;
  const reporter = random.pick(team).accountId;
  return { ...details, assignee, reporter, comments: comments(random, team, now, age) };
}
