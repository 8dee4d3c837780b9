import { COHORT } from '../data-sets/cohort';
import { TAKEN_REQUEST, type TakenRequest, type Waiting } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { MOST_ROWS, type Stored } from '../../storage/query';
import { pepperOf } from '../pepper';
import { addSeconds, toInstant } from '../time';
import { carryOut } from './carrying-out';
import { accountDigest } from './digests';
import { noteCarriedOut } from './taking';

/** The queue has an hour for what it was handed. */
const LEFT_AFTER_SECONDS = 3600;
const SPARE_MS = 30_000;

/** What one call left to do, by the digests of its accounts. */
interface LeftOver {
  request: string;
  claim: string;
  receivedAt: string;
  waiting: ReadonlyMap<string, Waiting['what']>;
  done: Set<string>;
}

/**
 * Carries out what was accepted and the queue lost. Whom a digest stands for is found by making it of everybody held: so
 * nothing stored leads from a call to an account, and of accounts that are not held nothing is ever known.
 */
export async function takeUpAnnounced(engine: Engine): Promise<void> {
  const rows = await waitingLong(engine);
  const left = rows.map(leftOver);
  const accepted = left.filter((_, at) => rows[at]?.row.accepted);
  const walked = accepted.length === 0 || (await walkPeople(engine, accepted));
  for (const { request, claim, waiting, done } of left) {
    await noteCarriedOut(engine, request, claim, walked ? new Set(waiting.keys()) : done);
  }
  if (accepted.length > 0) engine.log('announced-taken-up', { calls: accepted.length });
}

/** Rows of the index may be late: each is read again strictly. */
async function waitingLong(engine: Engine): Promise<Array<Stored<TakenRequest>>> {
  const listed = await engine.store.query(TAKEN_REQUEST, {
    index: 'waitingSince',
    where: { below: toInstant(addSeconds(engine.now(), -LEFT_AFTER_SECONDS)) },
    limit: MOST_ROWS,
  });
  const rows = await engine.store.getAll(listed.map(({ key }) => ({ dataSet: TAKEN_REQUEST, key })));
  return listed.flatMap(({ key }, at) => {
    const row = rows[at] as TakenRequest | undefined;
    return row?.waiting ? [{ key, row }] : [];
  });
}

const leftOver = ({ key, row }: Stored<TakenRequest>): LeftOver => ({
  request: key,
  claim: row.claim,
  receivedAt: row.begunAt,
  waiting: new Map(row.waiting?.map(({ digest, what }) => [digest, what])),
  done: new Set(),
});

/** Whether everybody who is held was looked at before the time was over. */
async function walkPeople(engine: Engine, left: readonly LeftOver[]): Promise<boolean> {
  const pepper = await pepperOf(engine);
  let after: string | undefined;
  do {
    const where = after === undefined ? {} : { where: { above: after } };
    const groups = await engine.store.query(COHORT, { index: 'by-key', ...where });
    for (const { accountId } of groups.flatMap(({ row }) => row.members)) {
      if (engine.remainingMs() < SPARE_MS) return false;
      await carryOutFor(engine, pepper, left, accountId);
    }
    after = groups.length === MOST_ROWS ? groups.at(-1)?.key : undefined;
  } while (after !== undefined);
  return true;
}

async function carryOutFor(
  engine: Engine,
  pepper: string,
  left: readonly LeftOver[],
  accountId: string,
): Promise<void> {
  for (const { claim, receivedAt, waiting, done } of left) {
    const digest = accountDigest(pepper, claim, accountId);
    const what = waiting.get(digest);
    if (what === undefined) continue;
    await carryOut(engine, { what, accountId }, receivedAt);
    done.add(digest);
  }
}
