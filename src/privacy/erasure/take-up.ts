import { ERASURE_JOB, type JobState } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { addSeconds, toInstant } from '../time';
import { advanceJob, holdJob } from './jobs';

/** An erasure that nobody took on for so long was lost by the queue, or its function was killed. */
const LOST_AFTER_SECONDS = 3600;
const UNDER_WAY: readonly JobState[] = ['fenced', 'deleting', 'verifying', 'stuck'];
/** Days in a row without an end after which an erasure counts as stuck. */
const MOST_TRIES = 3;

/** Hands every erasure that stands still to the queue again, so that none can end silently; gives how many. */
export async function takeUpErasures(engine: Engine): Promise<number> {
  const before = toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS));
  let taken = 0;
  for (const state of UNDER_WAY) {
    const rows = await engine.store.query(ERASURE_JOB, {
      index: 'by-state',
      partition: [state],
      where: { below: before },
    });
    for (const { key } of rows) taken += await takeUp(engine, key);
  }
  return taken;
}

async function takeUp(engine: Engine, id: string): Promise<number> {
  const held = await holdJob(engine, id);
  if (!held) return 0;
  const { job } = held;
  const tries = job.tries + 1;
  const stuck = tries >= MOST_TRIES;
  await advanceJob(engine, held, {
    tries,
    continuesAt: undefined,
    ...(stuck && { state: 'stuck', problem: job.problem ?? 'storage-busy' }),
  });
  await engine.queue.push({ job: 'erasure', id }, 0);
  return 1;
}
