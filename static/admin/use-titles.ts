import { useMemo } from 'react';
import { call } from '../shared/call';
import { useLoaded } from '../shared/use-loaded';

const loadNotice = () => call('getNotice', {});

/** The title of each data set by its name; empty until they are there. */
export function useTitles(): ReadonlyMap<string, string> {
  const { value: notice } = useLoaded(loadNotice);
  return useMemo(() => new Map(notice?.dataSets.map(({ name, title }) => [name, title])), [notice]);
}
