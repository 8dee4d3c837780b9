import { madeUpSite } from '../../../local/data/made-up-site';
import type { LoggedTime } from '../../../local/data/time-entry';

const DAY_MS = 86_400_000;

/** The made-up site's people and issues, which every local site begins with. */
export const { jira: JIRA } = madeUpSite(Date.now());

function nth<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new RangeError(`There is no number ${at}.`);
  return found;
}

const ordinary = JIRA.people.filter(({ accountType, active, isAdmin }) => {
  return accountType === undefined && active !== false && isAdmin !== true;
});

/** Ordinary users of the made-up site, by number. */
export function user(at: number): { accountId: string; displayName: string } {
  return nth(ordinary, at);
}

export const ADMINISTRATOR = nth(
  JIRA.people.filter((person) => person.isAdmin === true),
  0,
);

/** An issue that everyone on the site may see. */
export function openIssue(at: number): { id: string; key: string; summary: string } {
  return nth(
    JIRA.issues.filter((issue) => issue.project === 'APP'),
    at,
  );
}

/** `count` entries of one person, one a day back from yesterday, on a few issues in turn. */
export function entriesOf(accountId: string, count: number): LoggedTime[] {
  return Array.from({ length: count }, (_, i) => {
    const issue = openIssue(i % 5);
    const startedOn = new Date(Date.now() - (i + 1) * DAY_MS).toISOString().slice(0, 10);
    return { accountId, issueKey: issue.key, issueId: issue.id, startedOn, seconds: 900 * (1 + (i % 8)) };
  });
}
