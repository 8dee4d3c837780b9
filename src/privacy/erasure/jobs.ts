import { StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { ERASURE_JOB, type ErasureJob, type JobState, type Problem } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { toInstant } from '../time';

/** What the person or an administrator sees of an erasure. */
export interface JobView {
  id: string;
  state: JobState;
  askedBy: ErasureJob['askedBy'];
  startedAt: string;
  deleted: number;
  expected: number;
  continuesAt?: string;
  doneAt?: string;
  confirmedAt?: string;
  erased?: Record<string, number>;
  problem?: Problem;
}

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export const isEnded = (job: ErasureJob): boolean => job.state === 'done' || job.state === 'confirmed';

export function toView(id: string, job: ErasureJob): JobView {
  const { state, askedBy, startedAt, continuesAt, doneAt, confirmedAt, problem } = job;
  return {
    id,
    state,
    askedBy,
    startedAt,
    deleted: Math.min(total(job.erased), total(job.expected)),
    expected: total(job.expected),
    ...(continuesAt !== undefined && { continuesAt }),
    ...(doneAt !== undefined && { doneAt }),
    ...(confirmedAt !== undefined && { confirmedAt }),
    ...(isEnded(job) && { erased: job.erased }),
    ...(problem !== undefined && { problem }),
  };
}

export const readJob = (engine: Engine, id: string): Promise<ErasureJob | undefined> =>
  engine.store.get(ERASURE_JOB, id);

/** Fields to set in a job; `undefined` takes one away. */
export type JobChange = { [Name in keyof ErasureJob]?: ErasureJob[Name] | undefined };

/**
 * Writes the next state of a job, on condition that nobody wrote it meanwhile, and with it what else belongs to it.
 * @returns the job as written, or undefined where another delivery of the same event is ahead
 */
export async function advanceJob(
  engine: Engine,
  id: string,
  job: ErasureJob,
  change: JobChange,
  also: readonly Change[] = [],
): Promise<ErasureJob | undefined> {
  const next = nextJob(engine, job, change);
  try {
    await engine.store.transact([
      { do: 'set', dataSet: ERASURE_JOB, key: id, row: next, expected: { version: job.version } },
      ...also,
    ]);
    return next;
  } catch (error) {
    if (error instanceof StorageRefusedError) return undefined;
    throw error;
  }
}

export function nextJob(engine: Engine, job: ErasureJob, change: JobChange): ErasureJob {
  const next = { ...job, ...change, version: job.version + 1, updatedAt: toInstant(engine.now()) };
  const present = Object.entries(next).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as ErasureJob;
}
