const REAL_TIMEOUT = Symbol.for('local-forge.real-timeout');
const realm = globalThis as { [REAL_TIMEOUT]?: typeof setTimeout };

/** `setTimeout` of real time, past the one that may have been replaced here. */
export const realTimeout: typeof setTimeout = realm[REAL_TIMEOUT] ?? setTimeout;

/** Waits so many milliseconds of the clock that a function sees. */
type Wait = (ms: number) => Promise<void>;

type Work = (...args: unknown[]) => void;

/** What a function gets for a timer of its own. */
class ForgeTimer {
  cleared = false;
}

/**
 * Has `setTimeout` of this realm follow the clock of the function that calls it; elsewhere it stays real time.
 * @param waitHere the wait of the function that is running, if one is
 */
export function installRealmTimers(waitHere: () => Wait | undefined): void {
  realm[REAL_TIMEOUT] = realTimeout;
  const realClear = globalThis.clearTimeout;
  const forgeTimeout = (work: Work, ms = 0, ...args: unknown[]): unknown => {
    const wait = waitHere();
    if (!wait) return realTimeout(work, ms, ...args);
    const timer = new ForgeTimer();
    void wait(ms).then(() => {
      if (!timer.cleared) work(...args);
    });
    return timer;
  };
  const forgeClear = (timer: Parameters<typeof clearTimeout>[0] | ForgeTimer): void => {
    if (timer instanceof ForgeTimer) timer.cleared = true;
    else realClear(timer);
  };
  Object.assign(globalThis, {
    setTimeout: Object.assign(forgeTimeout, realTimeout),
    clearTimeout: forgeClear,
  });
}
