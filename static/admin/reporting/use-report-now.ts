import { useEffect, useRef, useState } from 'react';
import { call, isFailure, type Failure } from '../../shared/call';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { awaitReport } from './await-report';
import { outcomeWords, resultWords } from './outcome-words';

interface ReportingNow {
  busy: boolean;
  failure: Failure | undefined;
  /** What has come of it so far. */
  said: string | undefined;
  start: () => Promise<void>;
}

/** Has what is due reported, and follows the report to its end; `onReported` when there is news. */
export function useReportNow(onReported: () => void): ReportingNow {
  const viewer = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState<string>();
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);
  const follow = async () => {
    const { signal } = (leaving.current = new AbortController());
    const started = await call('runReporting', {});
    if (isFailure(started)) return started;
    const { outcome, startsAt, view } = started;
    setSaid(outcomeWords(started, viewer));
    if (outcome !== 'started' || startsAt !== undefined) return started;
    const after = await awaitReport(view, () => call('getReporting', {}), signal);
    if (after && !isFailure(after)) setSaid(resultWords(view, after, viewer));
    return after ?? started;
  };
  const start = async () => {
    setSaid(undefined);
    await run(follow);
    onReported();
  };
  return { busy, failure, said, start };
}
