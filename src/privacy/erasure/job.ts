import type { JobView } from '../../contract';
import { StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { ERASURE_JOB, isEnded, missedBy, type ErasureJob } from '../data-sets/erasure-job';
import type { Person } from '../data-sets/registration';
import { keyedDigest } from '../digest';
import type { Engine } from '../engine';
import { INSTALLATION_REF, isClosed, storeOpen } from '../installation';
import { toInstant } from '../time';
import { withChange, type RowChange } from '../versioned';

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How far an erasure is, for those who may know its ID. */
export function toView(id: string, job: ErasureJob): JobView {
  const { state, askedBy, startedAt, decidedAt, continuesAt, doneAt, confirmedAt, problem } = job;
  const missed = isEnded(job) ? missedBy(job) : undefined;
  return {
    id,
    state,
    askedBy,
    startedAt,
    ...(decidedAt !== undefined && { decidedAt }),
    deleted: Math.min(total(job.erased), total(job.expected)),
    expected: total(job.expected),
    ...(continuesAt !== undefined && { continuesAt }),
    ...(doneAt !== undefined && { doneAt }),
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(isEnded(job) && { erased: job.erased }),
    ...(missed && { missed }),
    ...(problem !== undefined && { problem }),
    ...(job.receipt !== undefined && { receiptNumber: job.receipt }),
  };
}

/** An erasure that has not ended, as it was read by who takes it on, with the condition under which it is written. */
export interface JobAsRead {
  id: string;
  job: ErasureJob;
  /** That the store is still open: an erasure names its person until it ends. */
  open: Change;
}

/** The erasure for who takes it on; nothing where it has ended, or the store is closed and goes as a whole. */
export async function readOpenJob(engine: Engine, id: string): Promise<JobAsRead | undefined> {
  const [job, store] = await engine.store.getAll([{ dataSet: ERASURE_JOB, key: id }, INSTALLATION_REF]);
  if (!job || isEnded(job) || isClosed(store)) return undefined;
  return { id, job, open: await storeOpen(engine, store) };
}

/** The record of an erasure, if it is kept. */
export const readJob = (engine: Engine, id: string): Promise<ErasureJob | undefined> =>
  engine.store.get(ERASURE_JOB, id);

/** Fields to set in a job; `undefined` takes one away. */
export type JobChange = RowChange<ErasureJob>;

/**
 * Writes the next state of a job, on condition that nobody wrote it meanwhile and that the store is open, or with other
 * changes instead of that condition; that it became stuck is noted in the audit log.
 * @returns the job as written, or undefined where another delivery of the same event is ahead
 */
export async function advanceJob(
  engine: Engine,
  erasure: JobAsRead,
  change: JobChange,
  also: readonly Change[] = [erasure.open],
): Promise<JobAsRead | undefined> {
  const { id, job } = erasure;
  const next = nextJob(engine, job, change);
  const line = next.state === 'stuck' && job.state !== 'stuck' ? [heldUp(engine, next)] : [];
  try {
    await engine.store.transact([
      { do: 'set', dataSet: ERASURE_JOB, key: id, row: next, expected: { version: job.version } },
      ...also,
      ...line,
    ]);
    return { ...erasure, job: next };
  } catch (error) {
    if (error instanceof StorageRefusedError) return undefined;
    throw error;
  }
}

const heldUp = (engine: Engine, { erased }: ErasureJob): Change =>
  auditChange(engine.now(), { event: 'erasure-stuck', role: 'system', records: erased });

/** The next version of a job with these changes. */
export function nextJob(engine: Engine, job: ErasureJob, change: JobChange): ErasureJob {
  const updatedAt = toInstant(engine.now());
  return withChange(job, { ...change, version: job.version + 1, updatedAt });
}

/** An erasure that was asked for and has not begun, with its ID. */
export interface NotedErasure {
  id: string;
  job: ErasureJob;
}

/**
 * The ID under which an erasure is noted before it begins: the same for all who ask, so whichever of them begins it finds the
 * note. Nobody can trace it back: the epoch is random, and the erasure deletes it.
 */
export const notedId = (pepper: string, { accountId, epoch }: Person): string =>
  keyedDigest(pepper, `erasure ${accountId} ${epoch}`);
