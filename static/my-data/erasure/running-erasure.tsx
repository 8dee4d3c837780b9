import { useCallback, useEffect, useMemo, useRef } from 'react';
import { call } from '../../shared/call';
import { ErasureProgress } from '../../shared/erasure/erasure-progress';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { useJob } from '../../shared/erasure/use-job';
import '../../shared/steps.css';
import { useLoaded } from '../../shared/use-loaded';
import type { ShownErasure } from './use-erasure-to-show';

interface RunningErasureProps {
  erasure: ShownErasure;
  onEnded: () => void;
}

/** Follows the erasure of one's own data; when it has ended, what is held is read anew. */
export function RunningErasure({ erasure, onEnded }: RunningErasureProps) {
  const watched = useJob(erasure.job, erasure.receiptCode);
  // The overview forgets the data sets with the data; the notice names them always.
  const load = useCallback(() => call('getNotice', {}), []);
  const { value: notice } = useLoaded(load);
  const titles = useMemo(() => new Map(notice?.dataSets.map(({ name, title }) => [name, title])), [notice]);
  const ended = watched.job.state === 'done' || watched.job.state === 'confirmed';
  useEffect(() => {
    if (ended) onEnded();
  }, [ended, onEnded]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that opened the dialog can no longer take the focus back.
    if (erasure.justBegun) place.current?.focus();
  }, [erasure.justBegun]);
  return (
    <div className="stack-tight" ref={place} tabIndex={-1}>
      <ErasureProgress watched={watched} titles={titles} />
      {erasure.receiptCode !== undefined && (
        <ReceiptCode code={erasure.receiptCode} receipt={watched.job.receipt} />
      )}
    </div>
  );
}
