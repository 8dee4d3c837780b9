import type { Issue, Project } from '../jira/types';
import { seededRandom } from './seeded-random';

interface Subject extends Project {
  /** Sentences in which `…` stands for one of the parts. */
  tasks: string[];
  parts: string[];
}

const SUBJECTS: Subject[] = [
  {
    id: '10001',
    key: 'APP',
    name: 'Mobile app',
    tasks: [
      'Show a clear message when … cannot be loaded',
      'Keep what was typed when a call interrupts …',
      'Opening … takes too long on older phones',
      'Screen readers skip the heading of …',
      'Design a dark theme for …',
      'Let people undo in …',
      'Write tests for the edge cases of …',
      'Dates are cut off in … on small screens',
    ],
    parts: [
      'the sign-in screen',
      'the trip planner',
      'the ticket wallet',
      'seat selection',
      'the search results',
      'push messages',
      'the family account',
      'the map view',
    ],
  },
  {
    id: '10002',
    key: 'PAY',
    name: 'Payments platform',
    tasks: [
      'Retry … without charging twice',
      'Explain in plain words why a bank refused …',
      'Rounding differs by one cent in …',
      'Move … to the new ledger',
      'Alert when … cannot finish within two minutes',
      'Document the states of …',
      'Load test … with ten times the volume',
      'Remove the old endpoint for …',
    ],
    parts: [
      'card payments',
      'refunds',
      'monthly invoices',
      'the currency conversion',
      'direct debits',
      'gift vouchers',
      'the settlement file',
      'disputed charges',
    ],
  },
  {
    id: '10003',
    key: 'OPS',
    name: 'Internal operations',
    tasks: [
      'Renew the contract for …',
      'Write down how we handle …',
      'Train two more people on …',
      'Review who has access to …',
      'Compare three suppliers for …',
      'Plan the budget of …',
      'Move … to the new office',
      'Prepare the yearly audit of …',
    ],
    parts: [
      'the phone system',
      'the build servers',
      'laptops and screens',
      'on-call duty',
      'the customer archive',
      'travel bookings',
      'the meeting rooms',
      'payroll',
    ],
  },
];

const ISSUES_EACH = 50;
const ISSUE_TYPES = ['Task', 'Task', 'Story', 'Story', 'Bug'];

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Every second combination of a task and a part would do: they are drawn without repeating any. */
function issuesOf(subject: Subject, seed: string): Issue[] {
  const random = seededRandom(`${seed} issues of ${subject.key}`);
  const summaries = subject.tasks.flatMap((task) => subject.parts.map((part) => task.replace('…', part)));
  return random.sample(summaries, ISSUES_EACH).map((summary, i) => ({
    id: String(Number(subject.id) * 100 + i + 1),
    key: `${subject.key}-${i + 1}`,
    summary: capitalised(summary),
    project: subject.key,
    issueType: random.pick(ISSUE_TYPES),
  }));
}

/** The made-up site's projects; the last one is for those named only. */
export function madeUpProjects(browsersOfLast: string[]): Project[] {
  return SUBJECTS.map(({ id, key, name }, i) =>
    i === SUBJECTS.length - 1 ? { id, key, name, browsers: browsersOfLast } : { id, key, name },
  );
}

export function madeUpIssues(seed: string): Issue[] {
  return SUBJECTS.flatMap((subject) => issuesOf(subject, seed));
}

/** A plausible summary that always is the same for the same issue key. */
export function madeUpSummary(issueKey: string): string {
  const random = seededRandom(`summary of ${issueKey}`);
  const subject = random.pick(SUBJECTS);
  return capitalised(random.pick(subject.tasks).replace('…', random.pick(subject.parts)));
}
