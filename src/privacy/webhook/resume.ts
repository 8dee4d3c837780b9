import type { Stored } from '../../storage/query';
import { everyMember } from '../cohorts';
import { TAKEN_REQUEST, type TakenRequest, type Waiting } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { workMs } from '../pace';
import { pagesOf } from '../pages';
import { goOn } from '../relay';
import { pepperOf } from '../sealing';
import { addSeconds, FIRST_INSTANT, toInstant } from '../time';
import { applyOne, noteApplied, type Applied } from './apply';
import { accountDigest } from './message';

/** After so long a call that was not accepted never will be. */
const LOST_AFTER_SECONDS = 3600;
const SPARE_MS = 30_000;
/** Requests for which everybody who is held is gone through once: their rows are large. */
const ROWS_AT_ONCE = 50;

/** What one call left to do, by the digests of its accounts. */
interface Unfinished {
  request: string;
  claim: string;
  accepted: boolean;
  receivedAt: string;
  waiting: ReadonlyMap<string, Waiting['what']>;
  done: Map<string, Applied>;
}

/**
 * Carries out what was accepted and waits: the queue lost it, or more people were named than administrators allow for a day.
 * An event goes on where the time is over. Whom a digest stands for is found by making it of everybody held: so nothing
 * stored leads from a call to an account, and of accounts that are not held nothing is ever known.
 * @param from since when the calls waited to which a run before it came
 */
export async function resumeAnnounced(
  engine: Engine,
  { waitingSince: from = FIRST_INSTANT }: Readonly<Record<string, string>> = {},
): Promise<void> {
  const until = toInstant(engine.now());
  let calls = 0;
  for await (const page of pagesOf(engine, TAKEN_REQUEST, { ...WAITING, from, until })) {
    for (let at = 0; at < page.length; at += ROWS_AT_ONCE) {
      const rows = page.slice(at, at + ROWS_AT_ONCE);
      if (workMs(engine) < SPARE_MS) return goOn(engine, { job: 'announcements', from: sinceOf(rows) }, 0);
      calls += await resumeSome(engine, rows);
    }
  }
  if (calls > 0) engine.log('announced-taken-up', { calls });
}

const WAITING = { index: 'waitingSince', range: 'waitingSince' } as const;

const sinceOf = ([first]: ReadonlyArray<Stored<TakenRequest>>): Record<string, string> => ({
  waitingSince: first?.row.waitingSince ?? FIRST_INSTANT,
});

async function resumeSome(engine: Engine, listed: ReadonlyArray<Stored<TakenRequest>>): Promise<number> {
  const left = await unfinished(engine, listed);
  const accepted = left.filter((one) => one.accepted);
  const walked = accepted.length === 0 || (await walkPeople(engine, accepted));
  for (const one of left) {
    if (walked) dropUnknown(one);
    await noteApplied(engine, one.request, one.claim, one.done);
  }
  return accepted.length;
}

/**
 * Rows of the index may be late: each is read again strictly. What is not accepted yet may still be.
 */
async function unfinished(
  engine: Engine,
  listed: ReadonlyArray<Stored<TakenRequest>>,
): Promise<Unfinished[]> {
  const rows = await engine.store.getAll(listed.map(({ key }) => ({ dataSet: TAKEN_REQUEST, key })));
  const lost = toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS));
  return listed.flatMap(({ key }, at) => {
    const row = rows[at];
    return row?.waiting && (row.accepted || row.begunAt < lost) ? [asUnfinished(key, row)] : [];
  });
}

const asUnfinished = (
  request: string,
  { claim, accepted, begunAt, waiting = [] }: TakenRequest,
): Unfinished => ({
  request,
  claim,
  accepted,
  receivedAt: begunAt,
  waiting: new Map(waiting.map(({ digest, what }) => [digest, what])),
  done: new Map(),
});

/** Everybody who is held was gone through: the other digests are of nobody about whom anything is kept. */
function dropUnknown({ waiting, done }: Unfinished): void {
  for (const digest of waiting.keys()) if (!done.has(digest)) done.set(digest, 'not-held');
}

/** Whether everybody who is held was looked at before the time was over. */
async function walkPeople(engine: Engine, left: readonly Unfinished[]): Promise<boolean> {
  const pepper = await pepperOf(engine);
  for await (const { accountId } of everyMember(engine)) {
    if (engine.remainingMs() < SPARE_MS) return false;
    await applyFor(engine, pepper, left, accountId);
  }
  return true;
}

async function applyFor(
  engine: Engine,
  pepper: string,
  left: readonly Unfinished[],
  accountId: string,
): Promise<void> {
  for (const { claim, receivedAt, waiting, done } of left) {
    const digest = accountDigest(pepper, claim, accountId);
    const what = waiting.get(digest);
    if (what === undefined || done.has(digest)) continue;
    done.set(digest, await applyOne(engine, { what, accountId }, receivedAt));
  }
}
