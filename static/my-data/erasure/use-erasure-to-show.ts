import { useEffect, useState } from 'react';
import type { JobView, Overview } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';
import { forgetErasure, rememberedErasure } from './remembered-erasure';

export interface ShownErasure {
  job: JobView;
  /** Only where this browser tab started it. */
  receiptCode: string | undefined;
  /** The person has begun it a moment ago, on this page. */
  justBegun: boolean;
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
      begin((before) => before ?? { job, receiptCode: remembered.receiptCode, justBegun: false });
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
  const receiptCode = remembered?.jobId === erasing.id ? remembered.receiptCode : undefined;
  return { job: erasing, receiptCode, justBegun: false };
}
