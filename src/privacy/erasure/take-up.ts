import { ERASURE_JOB, type ErasureJob, type JobState } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { addSeconds, toInstant } from '../time';
import { advanceJob, holdJob, type JobChange } from './jobs';

/** An erasure that nobody took on for so long was lost by the queue, or its function was killed. */
const LOST_AFTER_SECONDS = 3600;
const UNDER_WAY: readonly JobState[] = ['fenced', 'deleting', 'verifying', 'stuck'];
/** Daily runs that found it standing still, after which an erasure counts as stuck. */
const MOST_TAKEN_UP = 3;

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
    for (const { key } of rows) taken += await takeUp(engine, key, before);
  }
  return taken;
}

/** One that waits for late queries does not stand still before it should have gone on. */
const waits = ({ state, continuesAt }: ErasureJob, before: string): boolean =>
  state !== 'stuck' && continuesAt !== undefined && continuesAt >= before;

async function takeUp(engine: Engine, id: string, before: string): Promise<number> {
  const held = await holdJob(engine, id);
  if (!held || waits(held.job, before)) return 0;
  await advanceJob(engine, held, takenUpAgain(held.job));
  await engine.queue.push({ job: 'erasure', id }, 0);
  return 1;
}

function takenUpAgain({ state, takenUp = 0, problem = 'storage-busy' }: ErasureJob): JobChange {
  const again = { takenUp: takenUp + 1, continuesAt: undefined };
  // It begins again from the deletion, and so do the looks after it.
  if (state === 'stuck') return { ...again, tries: 0 };
  return again.takenUp < MOST_TAKEN_UP ? again : { ...again, state: 'stuck', problem };
}
