/** Waits on a clock that does not tick: simultaneous ones end in the order of their instants. */
interface Waits {
  /** Resolves when so many milliseconds of the clock have passed. */
  wait(ms: number): Promise<void>;
  /** Resolves when nobody waits. */
  atRest(): Promise<void>;
}

/** The time in which waits are kept. */
export interface Hand {
  now(): number;
  moveTo(instant: number): void;
}

interface Waiting {
  at: number;
  resolve: () => void;
}

/** Functions see a `setTimeout` that follows the clock. */
const realTurn = setImmediate;
const turn = (): Promise<void> => new Promise((resolve) => realTurn(resolve));

/**
 * Time stands still while anything runs. When all that runs waits, the clock moves to the end of the shortest wait and
 * lets that one go on: so calls of functions that run side by side take their turns as on slow storage, and a test with
 * a thousand of them takes no longer than their work.
 */
export function createWaits(hand: Hand): Waits {
  const waiting: Waiting[] = [];
  let moving: Promise<void> | undefined;
  const move = async (): Promise<void> => {
    for (;;) {
      await turn();
      const next = shortest(waiting);
      if (!next) break;
      hand.moveTo(Math.max(next.at, hand.now()));
      next.resolve();
    }
    moving = undefined;
  };
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        waiting.push({ at: hand.now() + ms, resolve });
        moving ??= move();
      }),
    atRest: async () => moving,
  };
}

/** Takes out the wait that ends first; of two that end together, the one that began first. */
function shortest(waiting: Waiting[]): Waiting | undefined {
  let first = 0;
  for (const [place, { at }] of waiting.entries()) if (at < (waiting[first]?.at ?? Infinity)) first = place;
  return waiting.splice(first, 1)[0];
}
