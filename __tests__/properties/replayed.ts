import * as fc from 'fast-check';

/** A history takes a second at the very most; one that stands still is told by its seed, too. */
const MOST_MS = 60_000;

/**
 * Settings of a test of histories. A failure ends it at once, with its seed and path: making such a history shorter takes
 * thousands of further ones. To do that, run it again with `SEED`, `REPLAY_PATH` and `SHRINK=1`.
 */
export function replayed<Given>(numRuns: number): fc.Parameters<Given> {
  const { RUNS, SEED, REPLAY_PATH, SHRINK } = process.env;
  return {
    numRuns: RUNS === undefined ? numRuns : Number(RUNS),
    plugins: [fc.timeout(MOST_MS) as fc.Plugin<Given>],
    endOnFailure: SHRINK !== '1',
    ...(SEED !== undefined && { seed: Number(SEED) }),
    ...(REPLAY_PATH !== undefined && { path: REPLAY_PATH }),
  };
}
