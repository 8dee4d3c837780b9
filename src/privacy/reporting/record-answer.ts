import { cohortChange, readCohort, withMembers, type CohortAsRead } from '../cohorts';
import type { Cohort, Member } from '../data-sets/cohort';
import type { ReportCounts } from '../data-sets/reporting';
import type { Answered, Engine } from '../engine';
import { toInstant } from '../time';
import { plus, STANDARD_PERIOD_SECONDS } from './cycles';
import { advanceLease, type StateChange, type Lease } from './lease';

export interface Question {
  members: readonly Member[];
  askedAt: Date;
  answeredAt: Date;
}

/**
 * Writes what Atlassian answered: who was reported and when, which accounts are closed, and the counts, in one
 * transaction. Before it nothing of the answer is acted on; after it nothing of it can be lost.
 */
export async function recordAnswer(
  engine: Engine,
  lease: Lease,
  cohort: CohortAsRead,
  question: Question,
  answer: Answered,
): Promise<void> {
  const counted: ReportCounts = plus(
    {},
    {
      calls: 1,
      accounts: question.members.length,
      closed: answer.closed.length,
      updated: answer.updated.length,
      'not-understood': answer.notUnderstood,
    },
  );
  await record(engine, lease, cohort, outcomeOf(question, answer), {
    counts: plus(lease.state.counts, counted),
    failures: 0,
    notBefore: undefined,
    askedUntil: undefined,
    answeredAt: toInstant(question.answeredAt),
    answer: counted,
    ...periodChange(answer, engine.now()),
  });
}

/** Notes of accounts whose report Atlassian calls malformed that they were reported, to be tried a cycle later. */
export async function recordRefused(
  engine: Engine,
  lease: Lease,
  cohort: CohortAsRead,
  question: Question,
): Promise<void> {
  const outcome = outcomeOf(question, { closed: [], updated: [] });
  const refused = question.members.length;
  await record(engine, lease, cohort, outcome, { counts: plus(lease.state.counts, { refused }) });
}

function outcomeOf(question: Question, said: Pick<Answered, 'closed' | 'updated'>): Outcome {
  return {
    askedAt: toInstant(question.askedAt),
    answeredAt: toInstant(question.answeredAt),
    asked: new Set(question.members.map(({ accountId }) => accountId)),
    closed: new Set(said.closed),
    updated: new Set(said.updated),
  };
}

/** The latest answer says what a cycle is; without the header it is the standard one. */
function periodChange({ period, periodForm }: Answered, now: Date): StateChange {
  const form = periodForm !== undefined && { periodForm };
  if (period === 'unread') return { ...form, periodUnreadAt: toInstant(now) };
  const periodSeconds = period ?? STANDARD_PERIOD_SECONDS;
  return { ...form, periodSeconds, ...(period !== undefined && { periodUnreadAt: undefined }) };
}

async function record(
  engine: Engine,
  lease: Lease,
  cohort: CohortAsRead,
  outcome: Outcome,
  change: StateChange,
): Promise<void> {
  let asRead: CohortAsRead | undefined = cohort;
  await advanceLease(engine, lease, change, async () => {
    const before = asRead ?? (await readCohort(engine, cohort.key));
    // Somebody joined or left meanwhile, if it is refused: then the cohort is read again.
    asRead = undefined;
    if (!before) return [];
    cohort.row = afterReport(before.row, outcome);
    return [before.open, cohortChange(cohort.key, cohort.row)];
  });
}

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
 * The cohort after a report. Whoever joined since it was read keeps their dates, and whoever left is not brought back.
 * Those asked about go in step with the cohort again, unless somebody in step was not asked this time.
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
