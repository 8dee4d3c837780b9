import { useCallback, useEffect } from 'react';
import type { ListedRequest, RequestPage, RequestStatus } from '../../../src/contract';
import { placeAt, usePlace } from '../../shared/use-place';
import type { Pages } from '../use-pages';
import type { RequestTask } from './request-dialog';
import { isOpenTo } from './requests-table';

const TASKS: readonly RequestTask[] = ['approve', 'decline', 'extend'];

/**
 * Which request is asked about, and what is to be done with it, by the address: its ID is random and names nobody. The
 * pages of the list are gone through until the request is there.
 */
export function useAsked(pages: Pages<RequestPage>, status: RequestStatus) {
  const { path, query, go } = usePlace();
  // A person's page that a request led to has a task, and is none of the requests.
  const id = path[0] === 'requests' && !query.has('for') ? path[1] : undefined;
  const named = query.get('do');
  const task = TASKS.find((one) => one === named);
  const row = pages.value?.requests.find((one) => one.id === id && one.status === 'open');
  const isSought = id !== undefined && row === undefined && !pages.busy && pages.failure === undefined;
  const { toNext } = pages;
  useEffect(() => {
    if (isSought) toNext?.();
  }, [isSought, toNext]);
  const ask = useCallback(
    (wanted: Pick<ListedRequest, 'id'>, to: RequestTask) => go(placeAt(['requests', wanted.id], { do: to })),
    [go],
  );
  return {
    ask,
    asked: row && task && isOpenTo(row, task) ? { row, task } : undefined,
    /** Back to the list; the browser's back button does not ask again. */
    close: () => go(placeAt(['requests'], { status: status === 'open' ? undefined : status }), 'replace'),
    /** No page of the list has it. */
    isLost: isSought && toNext === undefined,
  };
}
