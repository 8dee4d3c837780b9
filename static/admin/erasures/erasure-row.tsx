import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { JobView } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDay, formatInstant } from '../../shared/dates';
import { problemWords } from '../../shared/erasure/problem-words';
import { FailureMessage } from '../../shared/failure-message';
import { askerWords } from '../../shared/receipts/asker-words';
import { useAction } from '../../shared/use-action';
import { useViewer, type Viewer } from '../../shared/viewer';
import { SaveReceipt } from './save-receipt';
import { stateWords } from './state-words';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';

/** An erasure as a row; whose data it is, nobody can tell from it. */
export function ErasureRow({ listed }: { listed: JobView }) {
  const viewer = useViewer();
  const [job, setJob] = useState(listed);
  const ended = job.state === 'done' || job.state === 'confirmed';
  const begun =
    job.decidedAt === undefined
      ? formatInstant(job.startedAt, viewer)
      : formatDay(job.startedAt.slice(0, 10), viewer);
  return (
    <tr>
      <td className="number">{begun}</td>
      <td data-label={t('receipts.asked-by')}>{wordOf(askerWords, job.askedBy)}</td>
      <td data-label={t('erasures.state')}>
        {job.state === 'stuck' ? (
          <span className="badge">{t(stateWords.stuck)}</span>
        ) : (
          wordOf(stateWords, job.state)
        )}
        {!ended && job.problem !== undefined && (
          <span className="quiet small"> {problemWords(job.problem)}</span>
        )}
      </td>
      <td className="number" data-label={t('common.records')}>
        {t('erasures.records-done', { deleted: job.deleted, expected: job.expected })}
        {job.missed && <span className="quiet small"> {t('erasures.missed')}</span>}
      </td>
      <td className="number" data-label={t('receipts.done-on')}>
        {job.doneAt === undefined ? '–' : formatInstant(job.doneAt, viewer)}
      </td>
      <td>
        {!ended && <TryAgain job={job} begun={begun} onTaken={setJob} />}
        {job.receiptNumber !== undefined && <SaveReceipt id={job.id} number={job.receiptNumber} />}
      </td>
    </tr>
  );
}

interface TryAgainProps {
  job: JobView;
  begun: string;
  onTaken: (job: JobView) => void;
}

function TryAgain({ job, begun, onTaken }: TryAgainProps) {
  const viewer = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const retry = async () => {
    setSaid('');
    const taken = await run(() => call('retryErasure', { id: job.id }, t('erasures.not-resumed')));
    if (!taken) return;
    setSaid(saidOf(taken, viewer));
    onTaken(taken);
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button
          spacing="compact"
          isLoading={busy}
          aria-label={t('erasures.try-again-of', { moment: begun })}
          onClick={() => void retry()}
        >
          {t('common.try-again')}
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}

/** It may have to wait a minute for queries to catch up, whoever asks. */
const saidOf = ({ continuesAt }: JobView, viewer: Viewer): string =>
  continuesAt === undefined
    ? t('erasures.resumed')
    : t('erasures.resumed-next', { moment: formatInstant(continuesAt, viewer) });
