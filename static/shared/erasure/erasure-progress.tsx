import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { JobView } from '../../../src/contract';
import { countOf } from '../count-words';
import { formatInstant } from '../dates';
import { FailureMessage } from '../failure-message';
import { Message } from '../message';
import { useViewer } from '../viewer';
import { ErasureEnd, type ErasureEndProps } from './erasure-end';
import { ErasureSteps } from './erasure-steps';
import { problemWords } from './problem-words';
import type { WatchedJob } from './use-job';

interface ErasureProgressProps extends Omit<ErasureEndProps, 'job'> {
  watched: WatchedJob;
}

/** How an erasure stands, from its start to the plain statement at the end. */
export function ErasureProgress({ watched, titles, whose }: ErasureProgressProps) {
  const { job, failure, watching, lookNow } = watched;
  const ended = job.state === 'done' || job.state === 'confirmed';
  return (
    <div role="status" className="stack-tight">
      {ended && <ErasureEnd job={job} titles={titles} whose={whose} />}
      {job.state === 'stuck' && <Stuck job={job} lookNow={lookNow} />}
      {!ended && job.state !== 'stuck' && <Running job={job} />}
      {failure && <FailureMessage failure={failure} onRetry={lookNow} />}
      {!failure && !watching && !ended && job.state !== 'stuck' && (
        <Message tone="info" actions={<Button onClick={lookNow}>Look again</Button>}>
          This takes longer than usual. It goes on by itself; you can leave this page and come back.
        </Message>
      )}
    </div>
  );
}

function Running({ job }: { job: JobView }) {
  const viewer = useViewer();
  const share = job.expected > 0 ? Math.min(1, job.deleted / job.expected) : 0;
  const counted = `${job.deleted.toLocaleString(viewer.locale)} of ${countOf(job.expected, 'record', 'records', viewer.locale)} deleted`;
  return (
    <section className="card stack-tight" aria-labelledby="erasure-title">
      <h2 className="title-small" id="erasure-title">
        Deleting everything
      </h2>
      <ProgressBar ariaLabel="Deletion" value={share} isIndeterminate={job.state === 'verifying'} />
      <p className="small quiet" aria-hidden="true">
        {counted}
      </p>
      <ErasureSteps state={job.state} />
      {job.state === 'verifying' && job.continuesAt !== undefined && (
        <p className="quiet">The next look is at {formatInstant(job.continuesAt, viewer)}.</p>
      )}
      <p className="quiet">It goes on by itself: you can leave this page and come back.</p>
    </section>
  );
}

function Stuck({ job, lookNow }: { job: JobView; lookNow: () => void }) {
  const { locale } = useViewer();
  const deleted = countOf(job.deleted, 'record is', 'records are', locale);
  return (
    <Message
      tone="warning"
      title="The deletion is held up"
      actions={<Button onClick={lookNow}>Look again</Button>}
    >
      <p>{problemWords(job.problem)}</p>
      <p>{deleted} deleted so far, and nothing new can be written. The daily run takes the rest up again.</p>
    </Message>
  );
}
