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
  const intentId = useId();
  return (
    <div className="stack-tight">
      <div className="row">
        <Button isLoading={busy} aria-describedby={intentId} onClick={() => void start()}>
          Report now
        </Button>
        <span className="quiet" id={intentId}>
          {intentWords(view, viewer)}
        </span>
      </div>
      <p role="status">{said}</p>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}
