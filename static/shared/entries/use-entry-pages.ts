import { useCallback, useState } from 'react';
import type { EntryFilter, EntryOrder, EntryPage, ListedEntry } from '../../../src/contract';
import { useLoaded, type Loaded } from '../use-loaded';
import type { EntrySource } from './entry-source';

export type Filter = Pick<EntryFilter, 'from' | 'to' | 'issueId'>;

export interface EntryPages extends Loaded<EntryPage> {
  filter: Filter;
  /** Begins again at the first page. */
  setFilter: (filter: Filter) => void;
  /** In which all entries that match are, and not this page alone. */
  order: EntryOrder;
  /** Begins again at the first page. */
  setOrder: (order: EntryOrder) => void;
  /** Pages before this one. */
  before: number;
  toNext: (() => void) | undefined;
  toPrevious: (() => void) | undefined;
}

export const pageSize = 50;

/** One page of entries at a time, with the way back; pages are found by the position they begin after. */
export function useEntryPages(source: EntrySource): EntryPages {
  const [filter, setFilter] = useState<Filter>({});
  const [order, setOrder] = useState<EntryOrder>('newest-first');
  const [starts, setStarts] = useState<string[]>([]);
  const after = starts.at(-1);
  const load = useCallback(
    () => source.list({ ...filter, order, limit: pageSize, ...(after === undefined ? {} : { after }) }),
    [source, filter, order, after],
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
    order,
    setOrder: (changed) => {
      setStarts([]);
      setOrder(changed);
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
