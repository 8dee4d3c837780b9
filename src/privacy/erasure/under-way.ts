import type { JobView, SaidKey } from '../../contract';
import { StorageRefusedError } from '../../storage/failures';
import { isEnded, MOST_FURTHER_CODES, type ErasureJob } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { persistently } from '../persistently';
import { readMarker } from '../person/marker';
import { pushOrLog } from '../relay';
import { readJob, toView, advanceJob, readOpenJob, type JobAsRead, type JobChange } from './job';

/**
 * The erasure that is under way for someone without a live row; who asks for it, too, gets a receipt of their own.
 * @throws Refused where there is none: nothing is kept; or where it has no room for a further code
 */
export async function runningErasure(
  engine: Engine,
  { accountId, receiptHash }: { accountId: string; receiptHash?: string | undefined },
): Promise<JobView> {
  const found = await findErasure(engine, accountId);
  const running = found && receiptHash !== undefined ? await withCode(engine, found.id, receiptHash) : found;
  if (running) return running;
  throw new Refused('NOT_FOUND', 'refused.nothing-stored');
}

/** Why nothing can be done for somebody without a live row: their erasure is running, or else nothing is kept. */
export const withoutData = async (
  engine: Engine,
  accountId: string,
  nothingStored: SaidKey = 'refused.nothing-stored',
): Promise<Refused> =>
  (await findErasure(engine, accountId))
    ? new Refused('CONFLICT', 'refused.being-deleted')
    : new Refused('NOT_FOUND', nothingStored);

/** The erasure that a person's marker names, unless it has ended. */
export async function findErasure(engine: Engine, accountId: string): Promise<JobView | undefined> {
  const marker = await readMarker(engine, accountId);
  const job = marker && (await readJob(engine, marker.job));
  return marker && job && !isEnded(job) ? toView(marker.job, job) : undefined;
}

/** Digests of the codes with which those who asked can check the receipt, in the order in which they asked. */
export const codesOf = ({ receiptHash, furtherCodes = [] }: ErasureJob): string[] =>
  receiptHash === undefined ? [] : [receiptHash, ...furtherCodes.map((further) => further.receiptHash)];

/**
 * The erasure under way, with the code of one more who asked for it; undefined if it has ended since.
 * @throws Refused if it has no room for another code
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

/** The event that was queued before finds the job changed and does nothing. If the queue is busy, the daily run continues. */
const wakeAgain = (engine: Engine, { id, job }: JobAsRead): Promise<void> =>
  pushOrLog(engine, { job: 'erasure', id, step: job.version }, 0, 'erasure-not-queued');

const tooManyCodes = (): Refused => new Refused('CONFLICT', 'refused.no-more-receipts');
