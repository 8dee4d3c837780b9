import { useMemo } from 'react';
import type { Notice } from '../../src/contract';
import { call, isFailure, type Failure } from '../shared/call';
import { useLoaded } from '../shared/use-loaded';

type Titles = ReadonlyMap<string, string>;

const loadNotice = () => call('getNotice', {});

const titlesIn = (notice: Notice | undefined): Titles =>
  new Map(notice?.dataSets.map(({ name, title }) => [name, title]));

/** The title of each data set by its name; empty until they are there. */
export function useTitles(): Titles {
  const { value: notice } = useLoaded(loadNotice);
  return useMemo(() => titlesIn(notice), [notice]);
}

/** The same for a file, which waits for them. */
export async function loadTitles(): Promise<Titles | Failure> {
  const notice = await loadNotice();
  return isFailure(notice) ? notice : titlesIn(notice);
}
