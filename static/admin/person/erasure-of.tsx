import { useEffect, useMemo, useRef } from 'react';
import type { AccountId, JobView } from '../../../src/contract';
import { call } from '../../shared/call';
import { ErasureProgress } from '../../shared/erasure/erasure-progress';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { useJob } from '../../shared/erasure/use-job';
import '../../shared/steps.css';
import { useLoaded } from '../../shared/use-loaded';
import { t } from '../../shared/words/words';

interface ErasureOfProps {
  accountId: AccountId;
  name: string;
  job: JobView;
  receiptCode: string;
  onEnd: () => void;
}

const loadNotice = () => call('getNotice', {});

/** How the erasure of this person goes on, to its plain statement at the end. */
export function ErasureOf({ accountId, name, job, receiptCode, onEnd }: ErasureOfProps) {
  const watched = useJob(job, receiptCode);
  const notice = useLoaded(loadNotice);
  const titles = useMemo(
    () => new Map(notice.value?.dataSets.map((dataSet) => [dataSet.name, dataSet.title])),
    [notice.value],
  );
  const ended = watched.job.state === 'done' || watched.job.state === 'confirmed';
  useEffect(() => {
    if (ended) onEnd();
  }, [ended, onEnd]);
  // The dialog is gone with the button that opened it: reading goes on here.
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
  }, []);
  return (
    <section className="stack" aria-label={t('erasure.deletion')} tabIndex={-1} ref={section}>
      <ErasureProgress watched={watched} titles={titles} of={name} />
      <ReceiptCode code={receiptCode} receipt={watched.job.receipt} of={{ accountId, name }} />
    </section>
  );
}
