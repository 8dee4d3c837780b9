import { useCallback, useState } from 'react';
import type { Failure } from '../shared/failure';
import { useLoaded, type Loaded } from '../shared/use-loaded';

export interface Pages<Page> extends Loaded<Page> {
  /** Counted from 1. */
  page: number;
  toPrevious: (() => void) | undefined;
  toNext: (() => void) | undefined;
}

type LoadPage<Page> = (place: { after?: string }) => Promise<Page | Failure>;

interface Starts<Page> {
  load: LoadPage<Page>;
  /** Where each page after the first began. */
  list: readonly string[];
}

/** One page of a list at a time; another `load` (wrap it in `useCallback`) is another list, from its beginning. */
export function usePages<Page extends { next?: string }>(load: LoadPage<Page>): Pages<Page> {
  const [kept, setStarts] = useState<Starts<Page>>({ load, list: [] });
  const starts = kept.load === load ? kept.list : [];
  const after = starts.at(-1);
  const loadPage = useCallback(() => load(after === undefined ? {} : { after }), [load, after]);
  const loaded = useLoaded(loadPage);
  const next = loaded.value?.next;
  const to = (list: readonly string[]) => setStarts({ load, list });
  return {
    ...loaded,
    page: starts.length + 1,
    toPrevious: starts.length === 0 ? undefined : () => to(starts.slice(0, -1)),
    toNext: next === undefined ? undefined : () => to([...starts, next]),
  };
}
