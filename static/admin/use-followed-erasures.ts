import { useEffect, useRef } from 'react';
import type { AccountId, Dashboard } from '../../src/contract';
import { untilVisible, wait } from '../shared/wait';

// About a quarter of an hour; an erasure that takes longer goes on without being watched.
const MOST_LOOKS = 40;

/**
 * Looks again while erasures run, so that the figures and the list of people end where the erasures do.
 * @param asked whose erasures were asked for here, a new list each time
 */
export function useFollowedErasures(
  dashboard: Dashboard,
  asked: readonly AccountId[],
  look: () => void,
): void {
  const looks = useRef(0);
  useEffect(() => {
    looks.current = 0;
  }, [asked]);
  useEffect(() => {
    if (dashboard.runningErasures.least === 0 || looks.current === MOST_LOOKS) return undefined;
    const controller = new AbortController();
    void nextLook(looks.current, controller.signal).then(() => {
      if (controller.signal.aborted) return;
      looks.current += 1;
      look();
    });
    return () => controller.abort();
  }, [dashboard, look]);
}

async function nextLook(looks: number, signal: AbortSignal): Promise<void> {
  await wait(Math.min(30_000, 2000 * 1.3 ** looks), signal);
  await untilVisible(signal);
}
