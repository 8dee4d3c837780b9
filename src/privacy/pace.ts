import type { Engine } from './engine';

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
