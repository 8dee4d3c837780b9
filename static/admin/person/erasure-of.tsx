import { useEffect, useMemo } from 'react';
import type { JobView } from '../../../src/contract';
import { call } from '../../shared/call';
import { ErasureProgress } from '../../shared/erasure/erasure-progress';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { useJob } from '../../shared/erasure/use-job';
import '../../shared/steps.css';
import { useLoaded } from '../../shared/use-loaded';

interface ErasureOfProps {
  job: JobView;
  receiptCode: string;
  onEnd: () => void;
}

const loadNotice = () => call('getNotice', {});

/** How the erasure of this person goes on, to its plain statement at the end. */
export function ErasureOf({ job, receiptCode, onEnd }: ErasureOfProps) {
  const watched = useJob(job);
  const notice = useLoaded(loadNotice);
  const titles = useMemo(
    () => new Map(notice.value?.dataSets.map((dataSet) => [dataSet.name, dataSet.title])),
    [notice.value],
  );
  const ended = watched.job.state === 'done' || watched.job.state === 'confirmed';
  useEffect(() => {
    if (ended) onEnd();
  }, [ended, onEnd]);
  return (
    <>
      <ErasureProgress watched={watched} titles={titles} whose="theirs" />
      <ReceiptCode code={receiptCode} whose="theirs" />
    </>
  );
}
