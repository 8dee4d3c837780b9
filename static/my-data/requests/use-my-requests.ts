import { useState } from 'react';
import type { MyRequest, MyRequestPage } from '../../../src/contract';
import { call, type Failure } from '../../shared/call';
import { onceEach } from '../../shared/once-each';
import { useAction, type Action } from '../../shared/use-action';
import { useLoaded } from '../../shared/use-loaded';

interface MyRequests {
  /** Missing until they are here. */
  requests: MyRequest[] | undefined;
  failure: Failure | undefined;
  /** From the first page on. */
  reload: () => void;
  /** Older ones; missing where all of them are here. */
  toEarlier: (() => void) | undefined;
  earlier: Pick<Action, 'busy' | 'failure'>;
}

const load = () => call('listMyRequests', {});

/** What one asked for: the newest of each kind with the first page, older ones when asked for. */
export function useMyRequests(): MyRequests {
  const { value, failure, reload } = useLoaded(load);
  const [pages, setPages] = useState<{ after: MyRequestPage | undefined; list: MyRequestPage[] }>();
  const { run, ...earlier } = useAction();
  // Older pages belong to the first one that they followed.
  const list = pages && pages.after === value ? pages.list : [];
  const next = (list.at(-1) ?? value)?.next;
  const loadMore = async (after: string) => {
    const page = await run(() => call('listMyRequests', { after }));
    if (page) setPages({ after: value, list: [...list, page] });
  };
  return {
    requests:
      value &&
      onceEach([...value.requests, ...list.flatMap(({ requests }) => requests)], (request) => request.id),
    failure,
    reload,
    toEarlier: next === undefined ? undefined : () => void loadMore(next),
    earlier,
  };
}
