import { useCallback, useState } from 'react';
import type { RequestPage, RequestStatus } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded, type Loaded } from '../../shared/use-loaded';

export interface RequestPages extends Loaded<RequestPage> {
  /** Counted from 1. */
  page: number;
  toPrevious: (() => void) | undefined;
  toNext: (() => void) | undefined;
}

interface Starts {
  status: RequestStatus;
  /** Where each page after the first began. */
  list: string[];
}

/** One page of requests in a state at a time. */
export function useRequestPages(status: RequestStatus): RequestPages {
  const [kept, setStarts] = useState<Starts>({ status, list: [] });
  const starts = kept.status === status ? kept.list : [];
  const after = starts.at(-1);
  const load = useCallback(
    () => call('listRequests', { status, limit: 50, ...(after === undefined ? {} : { after }) }),
    [status, after],
  );
  const loaded = useLoaded(load);
  const next = loaded.value?.next;
  const to = (list: string[]) => setStarts({ status, list });
  return {
    ...loaded,
    page: starts.length + 1,
    toPrevious: starts.length === 0 ? undefined : () => to(starts.slice(0, -1)),
    toNext: next === undefined ? undefined : () => to([...starts, next]),
  };
}
