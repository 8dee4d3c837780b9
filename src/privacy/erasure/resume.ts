import type { JobView } from '../../contract';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { ERASURE_JOB, type ErasureJob, type JobState } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { workMs, SPARE_MS } from '../pace';
import { pagesOf } from '../pages';
import { goOn } from '../relay';
import { addSeconds, FIRST_INSTANT, toInstant } from '../time';
import { advanceJob, readOpenJob, readJob, toView, type JobChange } from './job';
import { QUERY_LAG_SECONDS } from './run';

/** An erasure that nobody took on for so long was lost by the queue, or its function was killed. */
const LOST_AFTER_SECONDS = 3600;
const UNDER_WAY: readonly JobState[] = ['asked', 'fenced', 'deleting', 'verifying', 'stuck'];
/** Daily runs that found it standing still, after which an erasure counts as stuck. */
const MOST_TAKEN_UP = 3;

/**
 * Hands every erasure that stands still to the queue again, so that none can end silently; those that have done so the
 * longest come first, and an event goes on where the time is over.
 * @param from where a run before it came to, by state
 * @throws what one of them failed with, after the others were taken up
 */
export async function resumeErasures(
  engine: Engine,
  from: Readonly<Record<string, string>> = {},
): Promise<void> {
  const before = toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS));
  const failures: unknown[] = [];
  const cameTo: Record<string, string> = { ...from };
  for await (const { state, id, since } of standingStill(engine, from, before)) {
    cameTo[state] = since;
    if (workMs(engine) < SPARE_MS) {
      await goOn(engine, { job: 'erasures', from: cameTo }, 0);
      break;
    }
    await resume(engine, id, before).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

interface StandingStill {
  state: JobState;
  id: string;
  /** When it last went on, as the index says. */
  since: string;
}

async function* standingStill(
  engine: Engine,
  from: Readonly<Record<string, string>>,
  until: string,
): AsyncGenerator<StandingStill> {
  for (const state of UNDER_WAY) {
    const stretch = { index: 'by-state', partition: [state], range: 'updatedAt', until };
    for await (const page of pagesOf(engine, ERASURE_JOB, {
      ...stretch,
      from: from[state] ?? FIRST_INSTANT,
    })) {
      for (const { key, row } of page) yield { state, id: key, since: row.updatedAt };
    }
  }
}

/** One that waits for late queries does not stand still before it should have gone on. */
const waits = ({ state, continuesAt }: ErasureJob, before: string): boolean =>
  state !== 'stuck' && continuesAt !== undefined && continuesAt >= before;

/** The list may be late: one that went on since is left alone. */
async function resume(engine: Engine, id: string, before: string): Promise<void> {
  const erasure = await readOpenJob(engine, id);
  if (!erasure || erasure.job.updatedAt > before || waits(erasure.job, before)) return;
  await advanceJob(engine, erasure, resumed(erasure.job));
  await engine.queue.push({ job: 'erasure', id }, 0);
}

/** One that is stuck begins again from the deletion and has one more look; any other has those that are left to it. */
function resumed({ state, takenUp = 0, problem = 'stood-still' }: ErasureJob): JobChange {
  const again = { takenUp: takenUp + 1, continuesAt: undefined };
  // One that was only asked for can't be held up before it began.
  const stands = state !== 'stuck' && state !== 'asked' && again.takenUp >= MOST_TAKEN_UP;
  return stands ? { ...again, state: 'stuck', problem } : again;
}

/**
 * Takes an erasure that has not ended up again, from wherever it stands: at once, or, where it waits for late queries, as
 * soon as the shortest such wait is over (`continuesAt` says when). One that has ended stays as it is.
 * @throws Refused where there is no such erasure
 */
export async function retryErasure(engine: Engine, id: string): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'refused.no-deletion');
  const erasure = await readOpenJob(engine, id);
  if (!erasure) return toView(id, job);
  const again = await advanceJob(engine, erasure, begunAgain(erasure.job), [
    erasure.open,
    retried(engine, erasure.job),
  ]);
  const step = again?.job.version;
  await engine.queue.push({ job: 'erasure', id, ...(step !== undefined && { step }) }, 0);
  return toView(id, again?.job ?? (await readJob(engine, id)) ?? job);
}

function begunAgain(job: ErasureJob): JobChange {
  const again = { tries: 0, takenUp: undefined, problem: undefined };
  if (job.state === 'stuck') return { ...again, state: 'deleting', continuesAt: undefined };
  return { ...again, continuesAt: shortestWait(job) };
}

const retried = (engine: Engine, { erased }: ErasureJob): Change =>
  auditChange(engine.now(), { event: 'erasure-retried', role: 'administrator', records: erased });

/** From when it last went on; never later than it would go on anyway. */
function shortestWait({ continuesAt, updatedAt }: ErasureJob): string | undefined {
  if (continuesAt === undefined) return undefined;
  const soonest = toInstant(addSeconds(new Date(updatedAt), QUERY_LAG_SECONDS));
  return soonest < continuesAt ? soonest : continuesAt;
}
