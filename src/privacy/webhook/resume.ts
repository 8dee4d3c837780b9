import type { Stored } from '../../storage/query';
import { cohortBatches, movesSoFar } from '../cohorts';
import { TAKEN_REQUEST, type TakenRequest, type Waiting } from '../data-sets/webhook-request';
import type { Member } from '../data-sets/cohort';
import type { Engine, Walk } from '../engine';
import { workMs, SPARE_MS } from '../pace';
import { pagesOf } from '../pages';
import { goOn } from '../relay';
import { pepperOf } from '../sealing';
import { addSeconds, FIRST_INSTANT, toInstant } from '../time';
import { applyOne, noteApplied, type Applied } from './apply';
import { accountDigest } from './message';

/** After so long a call that was not accepted never will be. */
const LOST_AFTER_SECONDS = 3600;
/** Requests for which everybody who is held is gone through once: their rows are large. */
const ROWS_AT_ONCE = 50;
/** Cohorts that are read together: with those of full ones, a part of what the job may use in a minute. */
const COHORTS_AT_ONCE = 10;

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
 * An event goes on where the time or the share of storage is over. Whom a digest stands for is found by making it of
 * everybody held: so nothing stored leads from a call to an account, and of accounts that are not held nothing is ever known.
 * @param from since when the calls waited to which a run before it came
 * @param walk where that run stood among all people, for the last of these calls
 */
export async function resumeAnnounced(
  engine: Engine,
  { waitingSince: from = FIRST_INSTANT }: Readonly<Record<string, string>> = {},
  walk?: Walk,
): Promise<void> {
  const until = toInstant(engine.now());
  const walked = new Set(walk?.requests);
  let calls = 0;
  if (walk) {
    if (!(await goOnWalking(engine, walk, from))) return;
    calls += walk.requests.length;
  }
  for await (const page of pagesOf(engine, TAKEN_REQUEST, { ...WAITING, from, until })) {
    const fresh = page.filter(({ key }) => !walked.has(key));
    for (let at = 0; at < fresh.length; at += ROWS_AT_ONCE) {
      const rows = fresh.slice(at, at + ROWS_AT_ONCE);
      if (workMs(engine) < SPARE_MS)
        return goOn(engine, { job: 'announcements', from: { waitingSince: sinceOf(rows[0]) } }, 0);
      const begun = await beginWalk(engine, rows);
      if (begun === undefined) return;
      calls += begun;
    }
  }
  if (calls > 0) engine.log('announced-taken-up', { calls });
}

const WAITING = { index: 'waitingSince', range: 'waitingSince' } as const;

const sinceOf = (listed: Stored<TakenRequest> | undefined): string =>
  listed?.row.waitingSince ?? FIRST_INSTANT;

/** What was never accepted is dropped; for the rest everybody is gone through. Gives for how many; nothing where an event goes on. */
async function beginWalk(
  engine: Engine,
  rows: ReadonlyArray<Stored<TakenRequest>>,
): Promise<number | undefined> {
  const left = await unfinished(
    engine,
    rows.map(({ key }) => key),
  );
  for (const lost of left.filter(({ accepted }) => !accepted)) {
    dropUnknown(lost);
    await noteDone(engine, lost);
  }
  const accepted = left.filter((one) => one.accepted);
  if (accepted.length === 0) return 0;
  const requests = accepted.map(({ request }) => request);
  const walk = { cohort: 1, moves: await movesSoFar(engine), requests, waiting: [] };
  return (await walkOn(engine, accepted, walk, sinceOf(rows.at(-1)))) ? accepted.length : undefined;
}

/** Whether it came to its end. */
const goOnWalking = async (engine: Engine, walk: Walk, from: string): Promise<boolean> =>
  walkOn(engine, await unfinished(engine, walk.requests), walk, from);

/**
 * Goes through people from where the walk stands; whether it came to its end, or else an event goes on. Of a call that named
 * somebody who waits for another day, nobody is dropped as unknown unless one run goes through everybody: which digest is
 * theirs is kept nowhere.
 */
async function walkOn(
  engine: Engine,
  left: readonly Unfinished[],
  walk: Walk,
  from: string,
): Promise<boolean> {
  const place = left.length > 0 ? await walkPeople(engine, left, walk) : undefined;
  if (!place) for (const one of left) if (!walk.waiting.includes(one.request)) dropUnknown(one);
  for (const one of left) await noteDone(engine, one);
  if (!place) return true;
  const waits = left.filter(({ done }) => [...done.values()].includes('waits'));
  const waiting = [...new Set([...walk.waiting, ...waits.map(({ request }) => request)])];
  await goOn(
    engine,
    { job: 'announcements', from: { waitingSince: from }, walk: { ...walk, ...place, waiting } },
    0,
  );
  return false;
}

const noteDone = async (engine: Engine, { request, claim, done }: Unfinished): Promise<void> => {
  if (done.size > 0) await noteApplied(engine, request, claim, done);
};

/**
 * Rows of the index may be late: each is read again strictly. What is not accepted yet may still be.
 */
async function unfinished(engine: Engine, requests: readonly string[]): Promise<Unfinished[]> {
  const rows = await engine.store.present(requests.map((key) => ({ dataSet: TAKEN_REQUEST, key })));
  const lost = toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS));
  return rows.flatMap(({ key, row }) =>
    row.waiting && (row.accepted || row.begunAt < lost) ? [asUnfinished(key, row)] : [],
  );
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

/**
 * Where a later run goes on; nothing where everybody who is held was looked at. Each run gets on by some cohorts or by
 * somebody who was named. Where people were moved since it began, it begins again.
 */
async function walkPeople(
  engine: Engine,
  left: readonly Unfinished[],
  walk: Pick<Walk, 'cohort' | 'moves'>,
): Promise<Pick<Walk, 'cohort' | 'moves'> | undefined> {
  const pepper = await pepperOf(engine);
  let { cohort, moves } = walk;
  for (;;) {
    for await (const { cohorts, next } of cohortBatches(engine, cohort, COHORTS_AT_ONCE)) {
      for (const { key, cohort: row } of cohorts) {
        if (!(await applyFor(engine, pepper, left, row.members))) return { cohort: Number(key), moves };
      }
      if (workMs(engine) < SPARE_MS) return { cohort: next, moves };
    }
    const since = await movesSoFar(engine);
    if (since === moves) return undefined;
    [cohort, moves] = [1, since];
  }
}

/** Whether there was time for all of them: it is looked at after each for whom something was carried out. */
async function applyFor(
  engine: Engine,
  pepper: string,
  left: readonly Unfinished[],
  members: readonly Member[],
): Promise<boolean> {
  for (const { accountId } of members) {
    for (const { claim, receivedAt, waiting, done } of left) {
      const digest = accountDigest(pepper, claim, accountId);
      const what = waiting.get(digest);
      if (what === undefined || done.has(digest)) continue;
      const applied = await applyOne(engine, { what, accountId }, receivedAt);
      done.set(digest, applied);
      // Who waits would be met again by the next run, which would get no further.
      if (applied !== 'waits' && workMs(engine) < SPARE_MS) return false;
    }
  }
  return true;
}
