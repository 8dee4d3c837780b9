import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { JobView } from '../../../src/contract';
import { formatInstant } from '../dates';
import { FailureMessage } from '../failure-message';
import { Message } from '../message';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { ErasureEnd, type ErasureEndProps } from './erasure-end';
import { ErasureSteps } from './erasure-steps';
import { problemWords } from './problem-words';
import type { WatchedJob } from './use-job';

interface ErasureProgressProps extends Omit<ErasureEndProps, 'job'> {
  watched: WatchedJob;
}

/** How an erasure stands, from its start to the plain statement at the end. */
export function ErasureProgress({ watched, titles, of }: ErasureProgressProps) {
  const { job, failure, watching, lookNow } = watched;
  const ended = job.state === 'done' || job.state === 'confirmed';
  return (
    <div role="status" className="stack-tight">
      {ended && <ErasureEnd job={job} titles={titles} of={of} />}
      {job.state === 'stuck' && <Stuck job={job} lookNow={lookNow} />}
      {!ended && job.state !== 'stuck' && <Running job={job} />}
      {failure && <FailureMessage failure={failure} onRetry={lookNow} />}
      {!failure && !watching && !ended && job.state !== 'stuck' && (
        <Message tone="info" actions={<Button onClick={lookNow}>{t('erasure.look-again')}</Button>}>
          {t('erasure.takes-longer')} {t('erasure.continues')}
        </Message>
      )}
    </div>
  );
}

function Running({ job }: { job: JobView }) {
  const viewer = useViewer();
  const share = job.expected > 0 ? Math.min(1, job.deleted / job.expected) : 0;
  return (
    <section className="card stack-tight" aria-labelledby="erasure-title">
      <h2 className="title-small" id="erasure-title">
        {t('erasure.deleting-title')}
      </h2>
      <ProgressBar
        ariaLabel={t('erasure.deletion')}
        value={share}
        isIndeterminate={job.state === 'verifying'}
      />
      <p className="small quiet" aria-hidden="true">
        {t('erasure.counted', { deleted: job.deleted, expected: job.expected })}
      </p>
      <ErasureSteps state={job.state} />
      {job.state === 'verifying' && job.continuesAt !== undefined && (
        <p className="quiet">{t('erasure.next-look', { moment: formatInstant(job.continuesAt, viewer) })}</p>
      )}
      <p className="quiet">{t('erasure.continues')}</p>
    </section>
  );
}

function Stuck({ job, lookNow }: { job: JobView; lookNow: () => void }) {
  return (
    <Message
      tone="warning"
      title={t('erasure.stuck-title')}
      actions={<Button onClick={lookNow}>{t('erasure.look-again')}</Button>}
    >
      <p>{problemWords(job.problem)}</p>
      <p>{t('erasure.stuck', { count: job.deleted })}</p>
    </Message>
  );
}
