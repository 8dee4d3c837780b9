import { useEffect, useState } from 'react';
import type { Overview } from '../../../src/contract';
import { ErasureProgress } from '../../shared/erasure/erasure-progress';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { useJob } from '../../shared/erasure/use-job';
import '../../shared/steps.css';
import type { ShownErasure } from './use-erasure-to-show';

interface RunningErasureProps {
  erasure: ShownErasure;
  overview: Overview;
  onEnded: () => void;
}

/** Follows the erasure of one's own data; when it has ended, what is held is read anew. */
export function RunningErasure({ erasure, overview, onEnded }: RunningErasureProps) {
  const watched = useJob(erasure.job);
  // The overview forgets the data sets with the data: their names are kept from when the erasure was first shown.
  const [titles] = useState(() => new Map(overview.dataSets.map(({ name, title }) => [name, title])));
  const ended = watched.job.state === 'done' || watched.job.state === 'confirmed';
  useEffect(() => {
    if (ended) onEnded();
  }, [ended, onEnded]);
  return (
    <div className="stack-tight">
      <ErasureProgress watched={watched} titles={titles} whose="yours" />
      {erasure.receiptCode !== undefined && <ReceiptCode code={erasure.receiptCode} whose="yours" />}
    </div>
  );
}
