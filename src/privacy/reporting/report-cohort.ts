import { isStorageFailure } from '../../storage/failures';
import { closedMembers, readCohort, type CohortAsRead, leaveChange } from '../cohorts';
import type { Member } from '../data-sets/cohort';
import type { ReportFailure } from '../data-sets/reporting';
import { dueMembers } from '../due';
import type { Engine, NotAnswered } from '../engine';
import { startErasure } from '../erasure/start';
import { Refused } from '../errors';
import type { Lease } from './lease';
import { recordAnswer, recordRefused, type Question } from './record-answer';

/** What a run has come to so far. */
export interface Run {
  lease: Lease;
  /** Calls that were answered. */
  answered: number;
  /** Closed accounts whose erasure storage did not take. */
  waiting: number;
  /** Why cohorts could not be worked on; they stay due. */
  stuck: ReportFailure[];
  /** Single accounts whose report Atlassian calls malformed; noted once anything else was answered. */
  refused: Array<{ cohort: CohortAsRead; question: Question }>;
}

/**
 * So many malformed batches in a row are no single account's fault, which halving finds in eight calls among 90, nor that
 * of a few that stand together.
 */
const MOST_REFUSALS = 12;

/**
 * Carries out what a cohort waits for: erasures that Atlassian asked for, then the report of its members that are due.
 * @returns why it was given up, if it was
 */
export async function reportCohort(engine: Engine, run: Run, key: string): Promise<NotAnswered | undefined> {
  const cohort = await withClosedErased(engine, run, key);
  if (!cohort) return undefined;
  return reportMembers(
    engine,
    run,
    cohort,
    dueMembers(cohort.row, engine.now(), run.lease.state.periodSeconds),
  );
}

/** The cohort as it is when what Atlassian said before has been carried out. */
async function withClosedErased(engine: Engine, run: Run, key: string): Promise<CohortAsRead | undefined> {
  const cohort = await readCohort(engine, key);
  if (!cohort || closedMembers(cohort.row).length === 0) return cohort;
  run.waiting += await eraseClosed(engine, cohort);
  return readCohort(engine, key);
}

/** One report; a batch that Atlassian calls malformed is reported in halves, so that one account stops no other. */
async function reportMembers(
  engine: Engine,
  run: Run,
  cohort: CohortAsRead,
  due: readonly Member[],
): Promise<NotAnswered | undefined> {
  const batches = due.length > 0 ? [due] : [];
  let refusals = 0;
  for (let members = batches.shift(); members; members = batches.shift()) {
    const askedAt = engine.now();
    const answer = await engine.reports.report(
      members.map(({ accountId, updatedAt }) => ({ accountId, updatedAt })),
    );
    const question: Question = { members, askedAt, answeredAt: engine.now() };
    if (answer.kind === 'answered') {
      await recordAnswer(engine, run.lease, cohort, question, answer);
      run.answered += 1;
      refusals = 0;
      run.waiting += await eraseClosed(engine, cohort);
    } else {
      refusals += 1;
      if (answer.why !== 'malformed' || refusals === MOST_REFUSALS) return answer;
      if (members.length > 1) batches.unshift(...halves(members));
      else run.refused.push({ cohort, question });
    }
    await noteRefused(engine, run);
  }
  return undefined;
}

function halves(members: readonly Member[]): Array<readonly Member[]> {
  const middle = Math.ceil(members.length / 2);
  return [members.slice(0, middle), members.slice(middle)];
}

/** Once something was answered, a single refused account is that account's own case. */
async function noteRefused(engine: Engine, run: Run): Promise<void> {
  if (run.answered === 0) return;
  for (const { cohort, question } of run.refused.splice(0)) {
    await recordRefused(engine, run.lease, cohort, question);
  }
}

/**
 * Begins the erasure of every account of the cohort that Atlassian says is closed. If storage does not take one, the account
 * stays noted in the cohort, and the next run begins there.
 * @returns how many accounts wait
 */
async function eraseClosed(engine: Engine, { key, row }: CohortAsRead): Promise<number> {
  let waiting = 0;
  for (const { accountId } of closedMembers(row)) {
    try {
      await eraseAccount(engine, key, accountId);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      engine.log('closed-account-waits', { code: error.code });
      waiting += 1;
    }
  }
  return waiting;
}

async function eraseAccount(engine: Engine, key: string, accountId: string): Promise<void> {
  try {
    await startErasure(engine, { accountId, askedBy: 'atlassian', marker: 'closed' });
  } catch (error) {
    // Only if nothing is kept: no other refusal undoes what Atlassian said.
    if (!(error instanceof Refused) || error.code !== 'NOT_FOUND') throw error;
    await takeOut(engine, key, accountId);
  }
}

/** Deletes the account's place, because nothing else about it is kept. */
async function takeOut(engine: Engine, key: string, accountId: string): Promise<void> {
  const cohort = await readCohort(engine, key);
  if (!cohort?.row.members.some((member) => member.accountId === accountId)) return;
  await engine.store.transact([cohort.open, leaveChange(cohort.row, key, accountId)]);
}
