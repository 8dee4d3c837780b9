import { issueDetails } from '../../../local/data/issue-details';
import { madeUpName } from '../../../local/data/made-up-names';
import { madeUpSite, type MadeUpSite } from '../../../local/data/made-up-site';
import { readEntryLine } from '../../../local/data/entry-line';
import type { Person } from '../../../local/jira/types';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const DAY_MS = 86_400_000;

function daysOf({ entries }: MadeUpSite): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const entry of entries) {
    const day = `${entry.accountId} ${entry.startedOn}`;
    seconds.set(day, (seconds.get(day) ?? 0) + entry.seconds);
  }
  return seconds;
}

describe('the made-up site', () => {
  const site = madeUpSite(NOW);
  const { people, projects, issues } = site.jira;

  test('is the same for the same seed and time, and another for another seed', () => {
    expect(madeUpSite(NOW)).toEqual(site);
    expect(madeUpSite(NOW, 'another').jira.people).not.toEqual(people);
  });

  test('has the same people and issues on every day', () => {
    expect(madeUpSite(NOW + 40 * DAY_MS).jira).toEqual(site.jira);
  });

  test('has the people that the app must cope with', () => {
    const withEntries = new Set(site.entries.map((entry) => entry.accountId));
    expect(people.length).toBeGreaterThanOrEqual(30);
    expect(people.filter((person) => person.isAdmin)).toHaveLength(2);
    const inactive = people.filter((person) => person.active === false);
    expect(inactive.map(({ closedAt }) => closedAt === undefined).sort()).toEqual([false, true]);
    expect(people.filter((person) => person.removed)).toHaveLength(1);
    expect(people.filter((person) => person.accountType === 'customer')).toHaveLength(1);
    const idle = people.filter((person) => !withEntries.has(person.accountId) && person.active !== false);
    expect(idle.some((person) => person.isAdmin !== true && person.accountType === undefined)).toBe(true);
    expect(new Set(people.map((person) => person.accountId)).size).toBe(people.length);
  });

  test('has three projects, one of them not for everyone, and 150 different issues', () => {
    expect(projects).toHaveLength(3);
    expect(projects.filter((project) => project.browsers)).toHaveLength(1);
    expect(issues).toHaveLength(150);
    for (const field of ['id', 'key', 'summary'] as const) {
      const values = issues.map((issue) => `${issue.project} ${issue[field]}`);
      expect(new Set(values).size).toBe(issues.length);
    }
    expect(issues.filter((issue) => issue.summary.includes('…'))).toEqual([]);
  });

  test('logs a year of working days, none in the future, none beyond what a day holds', () => {
    const days = site.entries.map((entry) => entry.startedOn);
    expect(days.at(-1)).toBe('2026-11-23');
    expect(days[0]?.slice(0, 7)).toBe('2025-11');
    expect([...days].sort()).toEqual(days);
    const weekdays = new Set(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()));
    expect([...weekdays].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(days).not.toContain('2025-12-25');
    expect(Math.max(...daysOf(site).values())).toBeLessThanOrEqual(9 * 3600);
  });

  test('logs only on issues that the person may see, in the form that files have', () => {
    const closed = projects.find((project) => project.browsers);
    for (const entry of site.entries) expect(readEntryLine(JSON.stringify(entry))).toEqual(entry);
    const inside = site.entries.filter((entry) => entry.issueKey.startsWith(`${closed?.key}-`));
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter((entry) => !closed?.browsers?.includes(entry.accountId))).toEqual([]);
  });
});

test('a name and the details of an issue always are the same for the same key', () => {
  const { people, issues } = madeUpSite(NOW).jira;
  const [issue] = issues;
  if (!issue) throw new Error('There is no issue.');
  expect(madeUpName('712020:a')).toBe(madeUpName('712020:a'));
  const known = people as Person[];
  expect(issueDetails(issue, known, NOW)).toEqual(issueDetails(issue, known, NOW));
  expect(issueDetails(issue, [], NOW).assignee).toBeUndefined();
});
