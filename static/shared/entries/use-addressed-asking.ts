import { useMemo } from 'react';
import { isDay } from '../dates';
import { useQueryOf } from '../use-place';
import type { Asked, Asking } from './use-entry-pages';

const ISSUE_ID = /^\d{1,18}$/;
const OLDEST = 'oldest-first';

/** Which entries are asked for, as the page's address says it behind this tab. */
export function useAddressedAsking(tab: string): Asking {
  const { search, narrow } = useQueryOf(tab);
  const asked = useMemo(() => readAsked(new URLSearchParams(search)), [search]);
  return {
    asked,
    ask: ({ filter, order }) =>
      narrow({
        from: filter.from,
        to: filter.to,
        issue: filter.issueId,
        order: order === OLDEST ? order : undefined,
      }),
  };
}

/** What an address asks for; what is none of a filter narrows nothing. */
export function readAsked(query: URLSearchParams): Asked {
  const [from, to, issueId] = [query.get('from'), query.get('to'), query.get('issue')];
  return {
    filter: {
      ...(from !== null && isDay(from) && { from }),
      ...(to !== null && isDay(to) && { to }),
      ...(issueId !== null && ISSUE_ID.test(issueId) && { issueId }),
    },
    order: query.get('order') === OLDEST ? OLDEST : 'newest-first',
  };
}
