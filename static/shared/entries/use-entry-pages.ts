import { useCallback, useState } from 'react';
import type { EntryFilter, EntryPage, ListedEntry } from '../../../src/contract';
import { useLoaded, type Loaded } from '../use-loaded';
import type { EntrySource } from './entry-source';

export type Filter = Pick<EntryFilter, 'from' | 'to' | 'issueId'>;

export interface EntryPages extends Loaded<EntryPage> {
  filter: Filter;
  /** Begins again at the first page. */
  setFilter: (filter: Filter) => void;
  /** Pages before this one. */
  before: number;
  toNext: (() => void) | undefined;
  toPrevious: (() => void) | undefined;
}

export const pageSize = 50;

/** One page of entries at a time, with the way back; pages are found by the position they begin after. */
export function useEntryPages(source: EntrySource): EntryPages {
  const [filter, setFilter] = useState<Filter>({});
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const load = useCallback(
    () => source.list({ ...filter, limit: pageSize, ...(after === undefined ? {} : { after }) }),
    [source, filter, after],
  );
  const loaded = useLoaded(load);
  const next = loaded.busy ? undefined : loaded.value?.next;
  return {
    ...loaded,
    filter,
    setFilter: (changed) => {
      setStarts([]);
      setFilter(changed);
    },
    before: starts.length,
    toNext: next === undefined ? undefined : () => setStarts([...starts, next]),
    toPrevious: starts.length === 0 ? undefined : () => setStarts(starts.slice(0, -1)),
  };
}

/** Whether a filter shows the entry. */
export const isShown = ({ from, to, issueId }: Filter, entry: ListedEntry): boolean =>
  (from === undefined || entry.startedOn >= from) &&
  (to === undefined || entry.startedOn <= to) &&
  (issueId === undefined || entry.issueId === issueId);
