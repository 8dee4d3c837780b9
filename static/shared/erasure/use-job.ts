import { useCallback, useEffect, useState } from 'react';
import type { JobView } from '../../../src/contract';
import { call, isFailure, type Failure } from '../call';
import { hashReceiptCode } from '../receipt-code';
import { untilVisible, wait } from '../wait';
import { nextLookMs } from './next-look';

export interface WatchedJob {
  job: JobView;
  failure: Failure | undefined;
  /** False when the page has stopped asking by itself. */
  watching: boolean;
  lookNow: () => void;
}

/**
 * Follows a job until it has ended, is stuck, or took so long that the page stops asking by itself. Its receipt is that of
 * the code, where there is one.
 */
export function useJob(first: JobView, code?: string): WatchedJob {
  const [job, setJob] = useState(first);
  const [failure, setFailure] = useState<Failure>();
  const [round, setRound] = useState(0);
  const [stoppedIn, setStoppedIn] = useState<number>();
  const lookNow = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const seen = (answer: JobView | Failure) => {
      if (signal.aborted) return;
      setFailure(isFailure(answer) ? answer : undefined);
      if (!isFailure(answer)) setJob(answer);
    };
    void follow(first, code, seen, signal).then(() => {
      if (!signal.aborted) setStoppedIn(round);
    });
    return () => controller.abort();
  }, [first, code, round]);

  return { job, failure, watching: stoppedIn !== round, lookNow };
}

async function follow(
  first: JobView,
  code: string | undefined,
  seen: (answer: JobView | Failure) => void,
  signal: AbortSignal,
) {
  const asked = { id: first.id, ...(code !== undefined && { receiptHash: await hashReceiptCode(code) }) };
  const startedAt = Date.now();
  let job = first;
  for (let looks = 0; !signal.aborted; looks += 1) {
    const waitMs = nextLookMs(job, looks, Date.now() - startedAt, Date.now());
    if (waitMs === undefined) return;
    await wait(waitMs, signal);
    await untilVisible(signal);
    if (signal.aborted) return;
    const answer = await call('getJob', asked);
    seen(answer);
    if (isFailure(answer)) return;
    job = answer;
  }
}
