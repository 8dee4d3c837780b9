import { useCallback, useState } from 'react';
import type { ErasurePage } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded, type Loaded } from '../../shared/use-loaded';

export interface ErasurePages extends Loaded<ErasurePage> {
  /** Counted from 1. */
  page: number;
  toPrevious: (() => void) | undefined;
  toNext: (() => void) | undefined;
}

/** One page of the erasures at a time; the way back is the list of where each page began. */
export function useErasurePages(): ErasurePages {
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const load = useCallback(
    () => call('listErasures', { limit: 25, ...(after === undefined ? {} : { after }) }),
    [after],
  );
  const loaded = useLoaded(load);
  const next = loaded.value?.next;
  return {
    ...loaded,
    page: starts.length + 1,
    toPrevious: starts.length === 0 ? undefined : () => setStarts(starts.slice(0, -1)),
    toNext: next === undefined ? undefined : () => setStarts([...starts, next]),
  };
}
