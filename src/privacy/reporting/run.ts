import { isStorageFailure } from '../../storage/failures';
import { COHORT } from '../data-sets/cohort';
import type { Reporting } from '../data-sets/reporting';
import { MOST_DELAY_SECONDS, type Engine, type NotAnswered, type Waits } from '../engine';
import { kindOfError } from '../errors';
import { workMs } from '../pace';
import { pushOrLog } from '../relay';
import { addSeconds, FIRST_INSTANT, NEVER, secondsUntil, toInstant } from '../time';
import { keptWait, secondsAway, waitAfter } from './backoff';
import { closeCycle, plus } from './cycles';
import {
  advanceLease,
  isLeased,
  noteStep,
  readReporting,
  stepOf,
  takeLease,
  LeaseLostError,
  type StateChange,
  type Lease,
} from './lease';
import { reportCohort, type Run } from './report-cohort';

/** Cohorts that one query lists. */
const COHORTS_AT_ONCE = 100;
/** For queries to catch up, where they listed only cohorts that were no longer due. */
const LAG_SECONDS = 60;
/** Until storage is asked again to take erasures that Atlassian wants. */
const WAITING_SECONDS = 300;
/** What one report may take (Forge: 180 s), with a minute in which storage is asked again, and time to end. */
const REPORT_MS = 270_000;
/** Cohorts that fall due within a minute are reported together, and members of a cohort at once. */
const GATHER_SECONDS = 60;
/** A wait that ends so soon is met by delayed events, a longer one by the daily schedule. */
const SOON_SECONDS = 3600;

/** Has the queue report what is due, away from midnight and full hours. */
export const startReporting = (engine: Engine): Promise<void> =>
  push(engine, undefined, secondsAway(engine.now()));

/**
 * Reports to Atlassian what is due, cohort after cohort, and carries the answers out. It can be cut off anywhere, come
 * twice, early or late: what is due stands in the cohorts, and one run at a time holds the lease.
 * @returns until when the event waits: near a full hour, or while another run has the lease
 * @param step which event it is of those that go on by themselves; one that was overtaken does nothing
 * @throws StorageBusyError when storage does not answer: the queue delivers the event again
 */
export async function runReporting(engine: Engine, step?: number): Promise<Waits | undefined> {
  const now = engine.now();
  const away = secondsAway(now);
  if (away > 0) return { until: toInstant(addSeconds(now, away)) };
  const state = await readReporting(engine);
  if (step !== undefined && step < stepOf(state)) return undefined;
  const keys = isPaused(state, now) ? [] : await dueCohorts(engine, state);
  if (keys.length === 0) {
    await wake(engine, state, await secondsToGoOn(engine, state));
    return undefined;
  }
  const { heldUntil } = state;
  if (isLeased(state, now) && heldUntil !== undefined) return { until: heldUntil };
  const lease = await takeLease(engine, state);
  if (!lease) return { until: toInstant(addSeconds(now, MOST_DELAY_SECONDS)) };
  await work(engine, lease, keys);
  return undefined;
}

/** Atlassian asked to wait, or calls failed. */
const isPaused = ({ notBefore }: Reporting, now: Date): boolean =>
  notBefore !== undefined && notBefore > toInstant(now);

/** Seconds until there is something to do again, if that is soon. */
async function secondsToGoOn(engine: Engine, state: Reporting): Promise<number | undefined> {
  const now = engine.now();
  if (!isPaused(state, now) || state.notBefore === undefined) return secondsToNext(engine, state);
  return secondsUntilSoon(state.notBefore, now);
}

async function dueCohorts(engine: Engine, { periodSeconds }: Reporting): Promise<string[]> {
  const before = toInstant(addSeconds(engine.now(), -periodSeconds));
  const where = { between: [FIRST_INSTANT, before] as const };
  const rows = await engine.store.query(COHORT, { index: 'countsFrom', where, limit: COHORTS_AT_ONCE });
  return rows.map(({ key }) => key);
}

async function work(engine: Engine, lease: Lease, keys: readonly string[]): Promise<void> {
  const run: Run = { lease, answered: 0, waiting: 0, stuck: [], refused: [] };
  try {
    await advanceCycle(engine, lease);
    const ended = await reportAll(engine, run, keys);
    await finish(engine, run, keys, ended);
  } catch (error) {
    if (!(error instanceof LeaseLostError)) throw error;
    engine.log('reporting-lease-lost');
  }
}

async function advanceCycle(engine: Engine, lease: Lease): Promise<void> {
  const cycle = await closeCycle(engine, lease.state);
  lease.state = { ...lease.state, ...cycle };
}

/** How many cohorts a run came to, and what stopped it. */
interface Ended {
  cohorts: number;
  failure?: NotAnswered;
}

async function reportAll(engine: Engine, run: Run, keys: readonly string[]): Promise<Ended> {
  let cohorts = 0;
  let givenUp: NotAnswered | undefined;
  for (const key of keys) {
    if (workMs(engine) < REPORT_MS) break;
    const failure = await tryCohort(engine, run, key);
    // What is wrong with one cohort need not be with the next; with two in a row, it is the interface that has changed.
    if (failure && (failure.why !== 'malformed' || givenUp)) return { cohorts, failure };
    givenUp = failure;
    cohorts += 1;
  }
  return { cohorts, ...(givenUp && run.answered === 0 && { failure: givenUp }) };
}

/** A cohort that cannot be worked on holds up no other; it stays due. */
async function tryCohort(engine: Engine, run: Run, key: string): Promise<NotAnswered | undefined> {
  try {
    const failure = await reportCohort(engine, run, key);
    if (failure) run.stuck.push(failure.why);
    return failure;
  } catch (error) {
    if (error instanceof LeaseLostError || isStorageFailure(error)) throw error;
    run.stuck.push('unexpected');
    engine.log('reporting-group-failed', { kind: kindOfError(error) });
    return undefined;
  }
}

async function finish(engine: Engine, run: Run, keys: readonly string[], ended: Ended): Promise<void> {
  if (ended.failure) return pauseReporting(engine, run.lease, ended.failure);
  const seconds = secondsAfter(run, keys, ended);
  await giveBack(engine, run.lease, stuckChange(engine, run), seconds);
  engine.log('reporting-done', { groups: ended.cohorts, calls: run.answered });
  // With the lease given back: what storage does not answer now, the next run asks.
  const { state } = run.lease;
  if (seconds === undefined) await wake(engine, state, await secondsToNext(engine, state));
}

/** When there is more to do after a run, if there is. */
function secondsAfter(
  { answered, stuck, waiting }: Run,
  keys: readonly string[],
  { cohorts }: Ended,
): number | undefined {
  // The query listed as many as it may: there can be more behind them.
  const mayBeMore = keys.length === COHORTS_AT_ONCE;
  if (cohorts < keys.length || (mayBeMore && answered > 0)) return 0;
  // None of those listed was due any more: the index is behind.
  if (mayBeMore && stuck.length === 0) return LAG_SECONDS;
  return waiting > 0 ? WAITING_SECONDS : undefined;
}

/** Says that a cohort stays due, while all others go on. */
function stuckChange(engine: Engine, { lease, stuck }: Run): StateChange {
  const failure = stuck.at(-1);
  if (failure === undefined) return {};
  const counts = plus(lease.state.counts, { failures: stuck.length });
  return { failure, failedAt: toInstant(engine.now()), counts };
}

async function pauseReporting(engine: Engine, lease: Lease, failure: NotAnswered): Promise<void> {
  const now = engine.now();
  const failures = lease.state.failures + 1;
  const wait = waitAfter(failure, failures);
  const kept = keptWait(now, wait.seconds, lease.state.periodSeconds);
  const change: StateChange = {
    failures,
    failure: failure.why,
    failedAt: toInstant(now),
    counts: plus(lease.state.counts, { failures: 1 }),
    ...kept,
  };
  const seconds = wait.by === 'event' ? secondsUntilSoon(kept.notBefore, engine.now()) : undefined;
  await giveBack(engine, lease, change, seconds);
  engine.log('reporting-failed', { why: failure.why, failures });
}

/** Ends the lease, and has an event go on in so many seconds: after it, since a lease that is held keeps it waiting. */
async function giveBack(
  engine: Engine,
  lease: Lease,
  change: StateChange,
  seconds: number | undefined,
): Promise<void> {
  const step = stepOf(lease.state) + Number(seconds !== undefined);
  await advanceLease(engine, lease, { ...change, step, holder: undefined, heldUntil: undefined });
  if (seconds !== undefined) await push(engine, step, seconds);
}

/** Where the next cohort falls due soon, it is met to the minute: the daily run may have come a moment too early for it. */
async function secondsToNext(engine: Engine, { periodSeconds }: Reporting): Promise<number | undefined> {
  const now = engine.now();
  const where = { above: toInstant(addSeconds(now, -periodSeconds)) };
  const [next] = await engine.store.query(COHORT, { index: 'countsFrom', where, limit: 1 });
  if (!next || next.row.countsFrom === NEVER) return undefined;
  const due = addSeconds(new Date(next.row.countsFrom), periodSeconds + GATHER_SECONDS);
  return secondsUntilSoon(toInstant(due), now);
}

/** Seconds until then, if that is soon. */
function secondsUntilSoon(instant: string, now: Date): number | undefined {
  const seconds = Math.max(secondsUntil(instant, now), 0);
  return seconds > SOON_SECONDS ? undefined : seconds;
}

/** Has an event go on in so many seconds, and overtakes those that are on their way. */
async function wake(engine: Engine, state: Reporting, seconds: number | undefined): Promise<void> {
  if (seconds === undefined) return;
  const step = stepOf(state) + 1;
  await push(engine, step, seconds);
  await noteStep(engine, state, step);
}

/** The queue may be busy, and then the daily run goes on. Without a step the event begins. */
function push(engine: Engine, step: number | undefined, seconds: number): Promise<void> {
  const message = { job: 'reporting', ...(step !== undefined && { step }) } as const;
  return pushOrLog(engine, message, Math.min(seconds, MOST_DELAY_SECONDS), 'reporting-not-queued');
}
