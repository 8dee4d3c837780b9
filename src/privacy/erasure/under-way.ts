import type { JobView } from '../../contract';
import { isEnded } from '../data-sets/erasure-job';
import type { Marker } from '../data-sets/marker';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { readMarker } from '../person/marker';
import { readJob, toView } from './job';
import { withCode } from './receipt-codes';

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
  throw new Refused('NOT_FOUND', 'Nothing is kept about this account, so there is nothing to erase.');
}

/** Why nothing can be done for somebody without a live row: their erasure is running, or else nothing is kept. */
export const withoutData = async (
  engine: Engine,
  accountId: string,
  nothingKept: string,
): Promise<Refused> =>
  (await findErasure(engine, accountId))
    ? new Refused('CONFLICT', BEING_ERASED)
    : new Refused('NOT_FOUND', nothingKept);

const BEING_ERASED =
  'Everything about this account is being erased, so nothing of it is shown or changed any more.';

/** The erasure of a person that has not ended, if there is one. */
export const findErasure = async (engine: Engine, accountId: string): Promise<JobView | undefined> =>
  erasureOf(engine, await readMarker(engine, accountId));

/** The erasure that wrote the marker, where it has not ended. */
export async function erasureOf(engine: Engine, marker: Marker | undefined): Promise<JobView | undefined> {
  const job = marker && (await readJob(engine, marker.job));
  return marker && job && !isEnded(job) ? toView(marker.job, job) : undefined;
}
