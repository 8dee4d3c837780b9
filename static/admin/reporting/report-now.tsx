import Button from '@atlaskit/button/new';
import { useId, useEffect, useRef, useState } from 'react';
import type { ReportingView } from '../../../src/contract';
import { FailureMessage } from '../../shared/failure-message';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { intentWords, outcomeWords, resultWords } from './outcome-words';
import { call, isFailure, type Failure } from '../../shared/call';
import { useAction } from '../../shared/use-action';
import { awaitReport } from './await-report';

/** Reports what is due, and never before its cycle is over; says before what it will do, and after what it did. */
export function ReportNow({ view, onReported }: { view: ReportingView; onReported: () => void }) {
  const viewer = useViewer();
  const { busy, failure, said, start } = useReportNow(onReported);
  const wordsId = useId();
  return (
    <div className="stack-tight">
      <div className="row report-now">
        <Button isLoading={busy} aria-describedby={wordsId} onClick={() => void start()}>
          {t('reporting.report-now')}
        </Button>
        <p className={said === undefined ? 'quiet' : ''} id={wordsId} role="status">
          {said ?? intentWords(view, viewer)}
        </p>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}

interface ReportingNow {
  busy: boolean;
  failure: Failure | undefined;
  /** What has come of it so far. */
  said: string | undefined;
  start: () => Promise<void>;
}

/** Has what is due reported, and follows the report to its end; `onReported` when there is news. */
function useReportNow(onReported: () => void): ReportingNow {
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
    if (after && !isFailure(after)) setSaid(resultWords(view, after));
    return after ?? started;
  };
  const start = async () => {
    setSaid(undefined);
    await run(follow);
    onReported();
  };
  return { busy, failure, said, start };
}
