import Button from '@atlaskit/button/new';
import { useId } from 'react';
import type { ReportingView } from '../../../src/contract';
import { FailureMessage } from '../../shared/failure-message';
import { useViewer } from '../../shared/viewer';
import { intentWords } from './outcome-words';
import { useReportNow } from './use-report-now';

/** Reports what is due, and never before its cycle is over; says before what it will do, and after what it did. */
export function ReportNow({ view, onReported }: { view: ReportingView; onReported: () => void }) {
  const viewer = useViewer();
  const { busy, failure, said, start } = useReportNow(onReported);
  const wordsId = useId();
  return (
    <div className="stack-tight">
      <div className="row report-now">
        <Button isLoading={busy} aria-describedby={wordsId} onClick={() => void start()}>
          Report now
        </Button>
        <p className={said === undefined ? 'quiet' : ''} id={wordsId} role="status">
          {said ?? intentWords(view, viewer)}
        </p>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}
