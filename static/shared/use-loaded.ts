import { useCallback, useEffect, useState } from 'react';
import { isFailure, type Failure } from './call';

export interface Loaded<T> {
  /** The last good answer; it stays while something newer is on its way, and where the same could not be read again. */
  value: T | undefined;
  /** Why the latest attempt failed. */
  failure: Failure | undefined;
  busy: boolean;
  /** The value answers what was asked before; the answer to what is asked now is on its way. */
  stale: boolean;
  reload: () => void;
}

interface Settled<T> {
  load: () => Promise<T | Failure>;
  round: number;
  value: T | undefined;
  failure: Failure | undefined;
}

/** Runs `load` when it changes (wrap it in `useCallback`) and on `reload`; an answer that came too late is dropped. */
export function useLoaded<T extends object>(load: () => Promise<T | Failure>): Loaded<T> {
  const [round, setRound] = useState(0);
  const [settled, setSettled] = useState<Settled<T>>();
  useEffect(() => {
    let current = true;
    void load().then((answer) => {
      if (current) setSettled((before) => settle(before, load, round, answer));
    });
    return () => {
      current = false;
    };
  }, [load, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const stale = settled !== undefined && settled.load !== load;
  const busy = settled === undefined || stale || settled.round !== round;
  return { value: settled?.value, failure: busy ? undefined : settled.failure, busy, stale, reload };
}

function settle<T extends object>(
  before: Settled<T> | undefined,
  load: () => Promise<T | Failure>,
  round: number,
  answer: T | Failure,
): Settled<T> {
  // What was asked for before is no answer to what is asked now.
  const same = before?.load === load ? before.value : undefined;
  if (isFailure(answer)) return { load, round, value: same, failure: answer };
  return { load, round, value: answer, failure: undefined };
}
