import { useCallback, useState } from 'react';
import type { AuditPage } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded, type Loaded } from '../../shared/use-loaded';

export interface AuditPages extends Loaded<AuditPage> {
  /** Counted from 1. */
  page: number;
  toNewer: (() => void) | undefined;
  toOlder: (() => void) | undefined;
}

/** One page of the audit log at a time; the way back is the list of where each page began. */
export function useAuditPages(): AuditPages {
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const load = useCallback(
    () => call('getAuditLog', { limit: 50, ...(after === undefined ? {} : { after }) }),
    [after],
  );
  const loaded = useLoaded(load);
  const next = loaded.value?.next;
  return {
    ...loaded,
    page: starts.length + 1,
    toNewer: starts.length === 0 ? undefined : () => setStarts(starts.slice(0, -1)),
    toOlder: next === undefined ? undefined : () => setStarts([...starts, next]),
  };
}
