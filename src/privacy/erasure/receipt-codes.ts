import type { JobView } from '../../contract';
import { StorageRefusedError } from '../../storage/failures';
import { MOST_FURTHER_CODES, type ErasureJob } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { persistently } from '../persistently';
import { pushOrLog } from '../relay';
import { advanceJob, readOpenJob, toView, type JobAsRead, type JobChange } from './job';

/** Digests of the codes with which those who asked can check the receipt, in the order in which they asked. */
export const codesOf = ({ receiptHash, furtherCodes = [] }: ErasureJob): string[] =>
  receiptHash === undefined ? [] : [receiptHash, ...furtherCodes.map((further) => further.receiptHash)];

/**
 * The erasure under way, with the code of one more who asked for it; nothing where it has ended meanwhile.
 * @throws Refused where as many have asked as it has room for
 */
export async function withCode(
  engine: Engine,
  id: string,
  receiptHash: string,
): Promise<JobView | undefined> {
  const erasure = await persistently(engine, () => noteCode(engine, id, receiptHash));
  return erasure && toView(id, erasure.job);
}

async function noteCode(engine: Engine, id: string, receiptHash: string): Promise<JobAsRead | undefined> {
  const erasure = await readOpenJob(engine, id);
  if (!erasure || codesOf(erasure.job).includes(receiptHash)) return erasure;
  const noted = await advanceJob(engine, erasure, withFurther(erasure.job, receiptHash));
  if (!noted) throw new StorageRefusedError('JOB_CHANGED');
  await wakeAgain(engine, noted);
  return noted;
}

function withFurther({ receiptHash: first, furtherCodes = [] }: ErasureJob, receiptHash: string): JobChange {
  if (first === undefined) return { receiptHash };
  if (furtherCodes.length >= MOST_FURTHER_CODES) throw tooManyCodes();
  return { furtherCodes: [...furtherCodes, { receiptHash }] };
}

/** An event of the step before finds the job written since and does nothing; without the queue, the daily run goes on. */
const wakeAgain = (engine: Engine, { id, job }: JobAsRead): Promise<void> =>
  pushOrLog(engine, { job: 'erasure', id, step: job.version }, 0, 'erasure-not-queued');

const tooManyCodes = (): Refused =>
  new Refused(
    'CONFLICT',
    'This erasure is running, and as many people asked for it as can get a receipt. It is carried out all the same; the code you see now has no receipt.',
  );
