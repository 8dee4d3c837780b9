import { useEffect, useState } from 'react';
import type { JobView, Overview } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';
import { forgetErasure, rememberedErasure } from './remembered-erasure';

export interface ShownErasure {
  job: JobView;
  /** Only where this browser tab started it. */
  receiptCode: string | undefined;
}

/** The erasure to show: just begun, running by the overview, or remembered from before in this tab. */
export function useErasureToShow(overview: Overview) {
  const [erasure, begin] = useState<ShownErasure | undefined>(() => fromOverview(overview));
  useEffect(() => {
    const remembered = rememberedErasure();
    if (!remembered) return;
    let current = true;
    void call('getJob', { id: remembered.jobId }).then((job) => {
      if (!current) return;
      if (isFailure(job)) {
        if (job.error.code === 'NOT_FOUND') forgetErasure();
        return;
      }
      begin((before) => before ?? { job, receiptCode: remembered.receiptCode });
    });
    return () => {
      current = false;
    };
  }, []);
  return { erasure: erasure ?? fromOverview(overview), begin };
}

function fromOverview({ erasing }: Overview): ShownErasure | undefined {
  if (!erasing) return undefined;
  const remembered = rememberedErasure();
  return { job: erasing, receiptCode: remembered?.jobId === erasing.id ? remembered.receiptCode : undefined };
}
