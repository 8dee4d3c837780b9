import type { Engine } from '../engine';
import { Refused } from '../refused';
import { advanceJob, holdJob, readJob, toView, type JobView } from './jobs';

/**
 * Takes an erasure that has not ended up again at once, from wherever it stands; one that has ended stays as it is.
 * @throws Refused where there is no such erasure
 */
export async function retryErasure(engine: Engine, id: string): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'There is no such erasure, or its record has been deleted since.');
  const held = await holdJob(engine, id);
  if (!held) return toView(id, job);
  const { state } = held.job;
  const again = await advanceJob(engine, held, {
    state: state === 'stuck' ? 'deleting' : state,
    tries: 0,
    problem: undefined,
    ...(state === 'stuck' && { continuesAt: undefined }),
  });
  await engine.queue.push({ job: 'erasure', id }, 0);
  return toView(id, again?.job ?? (await readJob(engine, id)) ?? job);
}
