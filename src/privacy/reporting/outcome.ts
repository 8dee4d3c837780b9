import type { Cohort, Member } from '../data-sets/cohort';
import { withMembers } from '../due';

/** What Atlassian said of accounts that it was asked about. Accounts named in neither list need nothing. */
export interface Outcome {
  /** Before the question was sent: what changes later is told the next time. */
  askedAt: string;
  /** After the answer came: no earlier than Atlassian had the report, so that the next is a whole cycle later. */
  answeredAt: string;
  asked: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  updated: ReadonlySet<string>;
}

/**
 * The group after a report. Whoever joined since it was read keeps their dates, and whoever left is not brought back.
 * Those asked about go in step with the group again, unless somebody in step was not asked this time.
 */
export function afterReport(cohort: Cohort, outcome: Outcome): Cohort {
  const isAsked = ({ accountId }: Member): boolean => outcome.asked.has(accountId);
  const apart = cohort.members.some((member) => !isAsked(member) && isInStep(member));
  const members = cohort.members.map((member) => (isAsked(member) ? told(member, outcome, apart) : member));
  return withMembers({ ...cohort, ...(!apart && { reportedAt: outcome.answeredAt }) }, members);
}

const isInStep = ({ joinedAt, toldAt, closedAt }: Member): boolean =>
  joinedAt === undefined && toldAt === undefined && closedAt === undefined;

function told(member: Member, { askedAt, answeredAt, closed, updated }: Outcome, apart: boolean): Member {
  const { accountId, changedAt, closedAt } = member;
  const changedSince = changedAt !== undefined && changedAt > askedAt;
  // An answer about an account of which Jira had said that it changed confirms it, whatever it says.
  const confirmed = updated.has(accountId) || (changedAt !== undefined && !changedSince);
  const closedSince = closedAt ?? (closed.has(accountId) ? answeredAt : undefined);
  return {
    accountId,
    updatedAt: confirmed && askedAt > member.updatedAt ? askedAt : member.updatedAt,
    ...(apart && { toldAt: answeredAt }),
    ...(changedSince && { changedAt }),
    ...(closedSince !== undefined && { closedAt: closedSince }),
  };
}
