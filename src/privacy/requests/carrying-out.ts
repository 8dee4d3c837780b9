import { REQUEST, type PrivacyRequest } from '../data-sets/request';
import type { Engine } from '../engine';
import { eraseIfStill } from '../erasure/if-still';
import type { JobView } from '../../contract';
import { readSubject } from '../subjects';
import type { ChangedRequest } from './deciding';

const MOST_AT_ONCE = 500;
const SPARE_MS = 30_000;

/**
 * Begins the erasure that an approved request asks for, of the stay in which it was made and of no later one.
 * @returns the erasure, or undefined where the request asks for something else or the person is gone already
 */
export async function carryOut(
  engine: Engine,
  { request, epoch }: ChangedRequest,
): Promise<JobView | undefined> {
  if (request.type !== 'erasure' || request.status !== 'approved') return undefined;
  return eraseIfStill(engine, {
    accountId: request.accountId,
    askedBy: 'administrator',
    marker: 'erased',
    reason: 'person-asked',
    receiptHash: request.receiptHash,
    stay: epoch,
  });
}

/** Begins the erasures that were approved but not begun, since the function was cut off in between; gives how many. */
export async function carryOutApproved(engine: Engine): Promise<number> {
  const listed = await engine.store.query(REQUEST, {
    index: 'by-status',
    partition: ['approved'],
    limit: MOST_AT_ONCE,
  });
  let begun = 0;
  for (const { key, row } of listed) {
    if (engine.remainingMs() < SPARE_MS) break;
    const { subject, rows } = await readSubject(engine, row.accountId, [{ dataSet: REQUEST, key }]);
    const request = rows[0] as PrivacyRequest | undefined;
    if (!subject || !request) continue;
    if (await carryOut(engine, { request, epoch: subject.person.epoch })) begun += 1;
  }
  return begun;
}
