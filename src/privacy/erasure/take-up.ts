import { ERASURE_JOB, type ErasureJob, type JobState } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { addSeconds, toInstant } from '../time';
import { advanceJob, holdJob, type JobChange } from './jobs';

/** An erasure that nobody took on for so long was lost by the queue, or its function was killed. */
const LOST_AFTER_SECONDS = 3600;
const UNDER_WAY: readonly JobState[] = ['fenced', 'deleting', 'verifying', 'stuck'];
/** Daily runs that found it standing still, after which an erasure counts as stuck. */
const MOST_TAKEN_UP = 3;
/** Of one state on one day, those that stand still the longest. */
const MOST_AT_ONCE = 1000;

/**
 * Hands every erasure that stands still to the queue again, so that none can end silently; gives how many.
 * @throws what one of them failed with, after the others were taken up
 */
export async function takeUpErasures(engine: Engine): Promise<number> {
  const before = toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS));
  const failures: unknown[] = [];
  let taken = 0;
  for (const id of await standingStill(engine, before)) {
    try {
      taken += await takeUp(engine, id, before);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}

async function standingStill(engine: Engine, before: string): Promise<string[]> {
  const ids: string[] = [];
  for (const state of UNDER_WAY) {
    const rows = await engine.store.query(ERASURE_JOB, {
      index: 'by-state',
      partition: [state],
      where: { below: before },
      limit: MOST_AT_ONCE,
    });
    ids.push(...rows.map(({ key }) => key));
  }
  return ids;
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
