import { isMistake } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { ERASURE_JOB, LATE_DAYS, missedBy, type ErasureJob } from '../data-sets/erasure-job';
import { PERSON } from '../data-sets/registration';
import { MOST_DELAY_SECONDS, type Engine, type Waits } from '../engine';
import { persistently } from '../persistently';
import { addDays, addSeconds, toInstant } from '../time';
import { deleteRecords } from './deletion';
import { beginNoted } from './erase-many';
import { advanceJob, readOpenJob, nextJob, type JobAsRead, type JobChange } from './job';
import { receiptChanges } from './receipts';
import { roleOf } from './start';
import { lookFor } from './verification';

/** How long queries may lie after a deletion before the person's indexes are asked again. Forge documents no bound. */
export const QUERY_LAG_SECONDS = 60;
/** Rounds of waiting for the indexes after which a person should look at it. */
const MOST_ROUNDS = 8;

/**
 * Takes an erasure on from wherever it stands: deletes, waits for the lag of queries, looks again, ends. Each step can
 * run twice and be cut off anywhere; an event that comes early or late does no harm.
 * @returns until when the event waits, where the job does: waiting writes nothing
 * @throws StorageBusyError when storage does not answer: the queue delivers the event again
 */
export async function runErasure(engine: Engine, id: string, step?: number): Promise<Waits | undefined> {
  const erasure = await readOpenJob(engine, id);
  if (erasure?.job.subject === undefined) return undefined;
  const { continuesAt, state, subject, version } = erasure.job;
  // It came twice: what is stuck waits for the daily run or an administrator.
  if (state === 'stuck' && step !== undefined && step < version) return undefined;
  if (continuesAt !== undefined && continuesAt > toInstant(engine.now())) {
    // The event of the last step waits, however long; any other one came twice, or too late.
    return step === version ? { until: continuesAt } : undefined;
  }
  try {
    await takeOn(engine, erasure, subject);
    return undefined;
  } catch (error) {
    if (isMistake(error)) await noteMistake(engine, id);
    throw error;
  }
}

async function takeOn(engine: Engine, erasure: JobAsRead, subject: string): Promise<void> {
  if (erasure.job.state === 'asked') await beginNoted(engine, erasure, subject);
  else if (erasure.job.state === 'verifying') await verify(engine, erasure, subject);
  else if (await isBack(engine, subject)) await giveUp(engine, erasure);
  else await erase(engine, erasure, subject);
}

/** What is wrong is on our side: nobody who looks at the erasure is told that storage was busy. */
async function noteMistake(engine: Engine, id: string): Promise<void> {
  try {
    const erasure = await readOpenJob(engine, id);
    // Once: each writing would make it look as if it went on.
    if (erasure && erasure.job.problem !== 'unexpected')
      await advanceJob(engine, erasure, { problem: 'unexpected' });
  } catch {
    // The mistake itself is thrown, and logged.
  }
}

/** Nobody is admitted while their erasure runs; should it happen, nothing that is new may be deleted. */
async function isBack(engine: Engine, subject: string): Promise<boolean> {
  return (await engine.store.get(PERSON, subject)) !== undefined;
}

async function giveUp(engine: Engine, erasure: JobAsRead): Promise<void> {
  engine.log('erasure-person-is-back');
  await advanceJob(engine, erasure, { state: 'stuck', problem: 'unexpected' });
}

async function erase(engine: Engine, erasure: JobAsRead, subject: string): Promise<void> {
  const outcome = await deleteRecords(engine, erasure, subject);
  if (outcome === 'overtaken') return;
  if (!outcome.finished) return wake(engine, erasure.id, outcome.erasure.job.version, 0);
  await waitThenVerify(engine, outcome.erasure, QUERY_LAG_SECONDS, { state: 'verifying' });
}

/** The event of the next step, then the row: an event too many does nothing, one too few would end the job. */
async function waitThenVerify(
  engine: Engine,
  erasure: JobAsRead,
  seconds: number,
  change: JobChange,
): Promise<void> {
  const continuesAt = toInstant(addSeconds(engine.now(), seconds));
  await wake(engine, erasure.id, erasure.job.version + 1, seconds);
  await advanceJob(engine, erasure, { problem: undefined, ...change, continuesAt });
}

/** The event that takes the job on; where the wait is longer than the queue's longest delay, it waits again. */
async function wake(engine: Engine, id: string, step: number, seconds: number): Promise<void> {
  await engine.queue.push({ job: 'erasure', id, step }, Math.min(seconds, MOST_DELAY_SECONDS));
}

/**
 * Looks again, and ends where nothing is found. Records that were counted at the start and have not been found yet are
 * waited for as long as an index may take to list them; the count is evidence, and no condition for the end.
 */
async function verify(engine: Engine, erasure: JobAsRead, subject: string): Promise<void> {
  const { id, job } = erasure;
  const { left, stale } = await lookFor(engine, subject, job.cohort);
  const tries = job.tries + 1;
  const isLast = tries >= MOST_ROUNDS;
  if (left === 0 && mayEnd(engine, job, { stale, isLast })) return end(engine, erasure);
  if (left > 0) engine.log('erasure-records-left', { left });
  if (left > 0 && !isLast) {
    const saved = await advanceJob(engine, erasure, { state: 'deleting', tries, continuesAt: undefined });
    if (saved) await wake(engine, id, saved.job.version, 0);
    return;
  }
  const problem = left > 0 ? 'records-left' : 'still-listed';
  // The daily run takes it up, or an administrator.
  if (isLast) await advanceJob(engine, erasure, { state: 'stuck', tries, problem, continuesAt: undefined });
  else await waitThenVerify(engine, erasure, QUERY_LAG_SECONDS * 2 ** tries, { state: 'verifying', tries });
}

/**
 * Whether an erasure of which strict reads find nothing ends. An index that lists what is gone may be late with what is
 * there, too: it holds up the end for all the looks, and for a week from when the erasure began, or began again, where
 * records that were counted were never found.
 */
function mayEnd(
  engine: Engine,
  job: ErasureJob,
  { stale, isLast }: { stale: number; isLast: boolean },
): boolean {
  const isComplete = missedBy(job) === undefined;
  if (stale === 0) return isLast || isComplete;
  const isLongAgo = (job.begunAt ?? job.startedAt) <= toInstant(addDays(engine.now(), -LATE_DAYS));
  return isLast && (isComplete || isLongAgo);
}

/**
 * Nothing was found: the account ID goes from the job, and the receipt is appended. It says so, and the audit log does,
 * where fewer records were found than were counted. Where another erasure appends its receipt at the same moment, it is
 * tried again.
 */
async function end(engine: Engine, erasure: JobAsRead): Promise<void> {
  let read: JobAsRead | undefined = erasure;
  await persistently(engine, async () => {
    const present = read ?? (await readOpenJob(engine, erasure.id));
    read = undefined;
    if (present?.job.version === erasure.job.version)
      await engine.store.transact(await endChanges(engine, present));
  });
}

async function endChanges(engine: Engine, { id, job, open }: JobAsRead): Promise<Change[]> {
  const now = engine.now();
  const doneAt = toInstant(now);
  const missed = missedBy(job);
  const receipt = await receiptChanges(engine, job, doneAt);
  const row = nextJob(engine, job, {
    state: 'done',
    doneAt,
    receipt: receipt[0]?.key,
    subject: undefined,
    cohort: undefined,
    by: undefined,
    continuesAt: undefined,
    problem: undefined,
  });
  return [
    open,
    { do: 'set', dataSet: ERASURE_JOB, key: id, row, expected: { version: job.version } },
    auditChange(now, {
      event: 'erasure-done',
      role: roleOf(job.askedBy),
      records: job.erased,
      ...(job.by !== undefined && { by: job.by }),
    }),
    ...(missed
      ? [auditChange(now, { event: 'erasure-records-missed', role: 'system', records: missed })]
      : []),
    ...receipt,
  ];
}
