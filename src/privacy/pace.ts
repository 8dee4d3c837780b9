import { counted } from '../storage/units';
import { type Engine, type JobMessage, MOST_DELAY_SECONDS } from './engine';

/** Time kept at the end of an invocation for a job to hand over. */
export const SPARE_MS = 30_000;

/** Milliseconds for which a job may take on more: those of its invocation, until it has used its share of storage. */
export const workMs = (engine: Engine): number =>
  Math.min(engine.remainingMs(), engine.shareMs?.() ?? Infinity);

/**
 * Whether a job has time for one more step like those before, asked after each: as long as the longest took, and then what
 * is kept to spare. So storage that became slow cannot have an invocation cut off before it hands over.
 */
export function paced(engine: Engine, spareMs: number): () => boolean {
  let before = engine.remainingMs();
  let longest = 0;
  return () => {
    const left = engine.remainingMs();
    longest = Math.max(longest, before - left);
    before = left;
    return workMs(engine) > spareMs + longest;
  };
}

const MINUTE_MS = 60_000;

/**
 * Units of storage a minute that each job may use. Forge grants a site 4,000 reads and 4,000 writes, which people need, too:
 * if all of these run at once, they come to about half of it; undoing what the webhook did, for which an administrator waits, comes
 * on top. What is not named does little, or serves somebody who waits, or a store that nobody uses.
 */
const UNITS_A_MINUTE: Readonly<Partial<Record<JobMessage['job'], number>>> = {
  scan: 500,
  erasure: 400,
  reporting: 250,
  retention: 300,
  erasures: 150,
  figures: 100,
  removed: 50,
  holds: 50,
  requests: 50,
  closures: 50,
  announcements: 50,
  undo: 300,
  totals: 50,
  readers: 50,
};

/** What an erasure of few records goes on to use in the queue, counted for the duty that begins it. */
const UNITS_OF_AN_ERASURE = 30;

/**
 * The engine for a job in the background. The job takes on no more (`workMs`) as soon as it has used its share of the minute,
 * and the event that goes on with it waits until what was used is paid for.
 * @param mostMs for how long it may run, where others wait for the same invocation
 */
export function inBackground(engine: Engine, job: JobMessage['job'], mostMs = Infinity): Engine {
  const share = UNITS_A_MINUTE[job] ?? Infinity;
  const began = engine.now().getTime();
  let used = 0;
  const passedMs = (): number => engine.now().getTime() - began;
  const owedMs = (): number => (used / share) * MINUTE_MS - passedMs();
  const spend = (units: number): void => {
    used += units;
  };
  const push: Engine['queue']['push'] = (message, delaySeconds) => {
    if (message.job === 'erasure' && job !== 'erasure') spend(UNITS_OF_AN_ERASURE);
    const least = message.job === job ? Math.ceil(owedMs() / 1000) : 0;
    return engine.queue.push(message, Math.min(Math.max(delaySeconds, least), MOST_DELAY_SECONDS));
  };
  return {
    ...engine,
    store: counted(engine.store, spend),
    queue: { push },
    shareMs: () => (owedMs() < MINUTE_MS ? mostMs - passedMs() : 0),
  };
}
