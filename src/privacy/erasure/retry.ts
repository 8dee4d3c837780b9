import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { ErasureJob } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { addSeconds, toInstant } from '../time';
import { advanceJob, holdJob, readJob, toView, type JobChange } from './job';
import type { JobView } from '../../contract';
import { QUERY_LAG_SECONDS } from './run';

/**
 * Takes an erasure that has not ended up again, from wherever it stands: at once, or, where it waits for late queries, as
 * soon as the shortest such wait is over (`continuesAt` says when). One that has ended stays as it is.
 * @throws Refused where there is no such erasure
 */
export async function retryErasure(engine: Engine, id: string): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'There is no such erasure, or its record has been deleted since.');
  const held = await holdJob(engine, id);
  if (!held) return toView(id, job);
  const again = await advanceJob(engine, held, begunAgain(held.job), [held.open, retried(engine, held.job)]);
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
