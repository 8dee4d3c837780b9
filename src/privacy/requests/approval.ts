import type { JobView } from '../../contract';
import { REQUEST, type PrivacyRequest } from '../data-sets/request';
import type { Engine } from '../engine';
import { eraseIfStill } from '../erasure/start';
import { workMs, SPARE_MS } from '../pace';
import { pagesOf } from '../pages';
import { readSubject } from '../person/subject';
import { goOn } from '../relay';
import { FIRST_INSTANT, NEVER, toDay } from '../time';
import type { ChangedRequest } from './decide';
import { lastMomentOf, receivedOn } from './deadlines';

/**
 * Begins the erasure that an approved request asks for, or to which an objection leads, of the stay in which it was made
 * and of no later one.
 * @returns the erasure, or undefined where the request leads to none or the person is gone already
 */
export async function eraseApproved(
  engine: Engine,
  { request, epoch }: ChangedRequest,
): Promise<JobView | undefined> {
  if (request.status !== 'approved') return undefined;
  return eraseIfStill(engine, {
    accountId: request.accountId,
    // That the person asked by letter, only an administrator says.
    askedBy: request.madeBy ?? 'person',
    ...(request.madeBy === 'administrator' && { reason: 'person-asked' }),
    requestedAt: `${dayAskedOn(engine, request)}T00:00:00.000Z`,
    marker: 'erased',
    receiptHash: request.receiptHash,
    stay: epoch,
  });
}

/**
 * The day and no instant: that of a line of the audit log would tell whose the others are. East of UTC it may lie ahead of
 * the approval, which then says it.
 */
function dayAskedOn(engine: Engine, request: PrivacyRequest): string {
  const [asked, now] = [receivedOn(request), toDay(engine.now())];
  return asked < now ? asked : now;
}

/**
 * Begins the erasures that were approved but not begun, since the function was cut off in between; an event goes on where
 * the time is over.
 * @param from when the request was due to which a run before it came, by state
 */
export async function resumeApproved(
  engine: Engine,
  { approved = FIRST_INSTANT }: Readonly<Record<string, string>> = {},
): Promise<void> {
  const stretch = { index: 'by-status', partition: ['approved'], range: 'due', until: NEVER };
  for await (const page of pagesOf(engine, REQUEST, { ...stretch, from: approved })) {
    for (const { key, row } of page) {
      if (workMs(engine) < SPARE_MS)
        return goOn(engine, { job: 'requests', from: { approved: lastMomentOf(row) } }, 0);
      await beginApproved(engine, key, row.accountId);
    }
  }
}

async function beginApproved(engine: Engine, key: string, accountId: string): Promise<void> {
  const { subject, rows } = await readSubject(engine, accountId, [{ dataSet: REQUEST, key }]);
  const [request] = rows;
  if (subject && request) await eraseApproved(engine, { request, epoch: subject.person.epoch });
}
