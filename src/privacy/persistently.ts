import { isStorageFailure, StorageBusyError } from '../storage/failures';
import type { Engine } from './engine';

/** How long storage is asked again, in milliseconds. */
export interface Patience {
  /** The most before the first repetition; before each further one it is twice as much. */
  first: number;
  /** The most before any repetition. */
  longest: number;
  /** All pauses together. */
  inAll: number;
}

/** A page's call may take 25 s (Forge). Nobody tries for longer: the queue or the next daily run comes again. */
const STANDARD: Patience = { first: 40, longest: 1_500, inAll: 20_000 };
/** Before the invocation ends, to answer. */
const ANSWER_MS = 3_000;

/**
 * Does what can be done twice again while storage refuses it or does not answer, as long as this invocation has time:
 * rows that people share are written by many at once, and one of them wins each time.
 * @throws StorageBusyError where others were always faster or storage did not answer
 */
export async function persistently<Result>(
  engine: Engine,
  work: () => Promise<Result>,
  patience: Patience = STANDARD,
): Promise<Result> {
  let paused = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      const left = Math.min(patience.inAll - paused, engine.remainingMs() - ANSWER_MS);
      // Whole milliseconds, as clocks count: dropped fractions would add up beyond the time that is left.
      const pause = Math.ceil(pauseAfter(attempt, Math.random(), patience));
      if (pause > left) throw new StorageBusyError(error.code);
      paused += pause;
      await engine.pause(pause);
    }
  }
}

/**
 * How long to wait after the attempt failed: longer each time, so that a crowd thins out, and by chance, so that those who
 * collided do not do so again.
 * @param chance from 0 to 1
 */
export function pauseAfter(attempt: number, chance: number, { first, longest }: Patience = STANDARD): number {
  const most = Math.min(first * 2 ** (attempt - 1), longest);
  return (most * (1 + chance)) / 2;
}
