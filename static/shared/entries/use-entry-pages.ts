import { useCallback, useState } from 'react';
import type { EntryFilter, EntryOrder, EntryPage, ListedEntry } from '../../../src/contract';
import { useLoaded, type Loaded } from '../use-loaded';
import type { EntrySource } from './entry-source';

export type Filter = Pick<EntryFilter, 'from' | 'to' | 'issueId'>;

/** Which entries are asked for. */
export interface Asked {
  filter: Filter;
  /** In which all entries that match are, and not this page alone. */
  order: EntryOrder;
}

/** What is asked for, and a way to ask for something else. Keep `asked` the same object between renders. */
export interface Asking {
  asked: Asked;
  ask: (asked: Asked) => void;
}

export interface EntryPages extends Loaded<EntryPage>, Asked {
  /** Begins again at the first page. */
  setFilter: (filter: Filter) => void;
  /** Begins again at the first page. */
  setOrder: (order: EntryOrder) => void;
  /** Pages before this one. */
  before: number;
  toNext: (() => void) | undefined;
  toPrevious: (() => void) | undefined;
}

export const pageSize = 50;

/** One page of entries at a time, with the way back; pages are found by the position they begin after. */
export function useEntryPages(source: EntrySource, elsewhere?: Asking): EntryPages {
  const [own, askHere] = useState<Asked>({ filter: {}, order: 'newest-first' });
  const { asked, ask } = elsewhere ?? { asked: own, ask: askHere };
  const { filter, order } = asked;
  const [kept, keep] = useState<{ asked: Asked; starts: string[] }>({ asked, starts: [] });
  // What is asked for anew begins at its first page, also where the browser's back button asked.
  const starts = kept.asked === asked ? kept.starts : [];
  const setStarts = (to: string[]) => keep({ asked, starts: to });
  const after = starts.at(-1);
  const load = useCallback(
    () => source.list({ ...filter, order, limit: pageSize, ...(after === undefined ? {} : { after }) }),
    [source, filter, order, after],
  );
  const loaded = useLoaded(load);
  const next = loaded.value?.next;
  return {
    ...loaded,
    filter,
    setFilter: (changed) => ask({ ...asked, filter: changed }),
    order,
    setOrder: (changed) => ask({ ...asked, order: changed }),
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
