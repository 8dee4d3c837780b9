import { cohortChange, holdCohort, type HeldCohort } from '../cohorts';
import type { Member } from '../data-sets/cohort';
import type { ReportCounts, Reporting } from '../data-sets/reporting';
import type { Answered, Engine } from '../engine';
import { toInstant } from '../time';
import { plus } from './cycles';
import { afterReport, type Outcome } from './outcome';
import { STANDARD_PERIOD_SECONDS } from './period';
import { advanceTurn, type StateChange, type Turn } from './lease';

export interface Question {
  members: readonly Member[];
  askedAt: Date;
  answeredAt: Date;
}

/**
 * Writes what Atlassian answered: who was reported and when, which accounts are closed, and the counts, in one
 * transaction. Before it nothing of the answer is acted on; after it nothing of it can be lost.
 */
export async function settleAnswer(
  engine: Engine,
  turn: Turn,
  cohort: HeldCohort,
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
  await settle(engine, turn, cohort, outcomeOf(question, answer), {
    counts: plus(turn.state.counts, counted),
    failures: 0,
    notBefore: undefined,
    askedUntil: undefined,
    answeredAt: toInstant(question.answeredAt),
    answer: counted,
    ...periodChange(turn.state, answer.period, engine.now()),
  });
}

/** Notes of accounts whose report Atlassian calls malformed that they were reported, to be tried a cycle later. */
export async function settleRefused(
  engine: Engine,
  turn: Turn,
  cohort: HeldCohort,
  question: Question,
): Promise<void> {
  const outcome = outcomeOf(question, { closed: [], updated: [] });
  const refused = question.members.length;
  await settle(engine, turn, cohort, outcome, { counts: plus(turn.state.counts, { refused }) });
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
function periodChange(state: Reporting, period: Answered['period'], now: Date): StateChange {
  if (period === 'unread') return { periodUnreadAt: toInstant(now) };
  const periodSeconds = period ?? STANDARD_PERIOD_SECONDS;
  return { periodSeconds, ...(period !== undefined && { periodUnreadAt: undefined }) };
}

async function settle(
  engine: Engine,
  turn: Turn,
  cohort: HeldCohort,
  outcome: Outcome,
  change: StateChange,
): Promise<void> {
  let held: HeldCohort | undefined = cohort;
  await advanceTurn(engine, turn, change, async () => {
    const before = held ?? (await holdCohort(engine, cohort.key));
    // Somebody joined or left meanwhile, if it is refused: then the group is read again.
    held = undefined;
    if (!before) return [];
    cohort.row = afterReport(before.row, outcome);
    return [before.open, cohortChange(cohort.key, cohort.row)];
  });
}
