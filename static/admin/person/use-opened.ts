import { useCallback, useState } from 'react';
import type { AccessReason, AccountId, PersonRow, RequestStatus } from '../../../src/contract';
import { placeAt, usePlace } from '../../shared/use-place';
import { t } from '../../shared/words/words';
import type { PeopleList } from '../people/use-people';
import { taskOf, type PersonTask } from './person-task';

/** The tabs that lead to people's pages, as the address has them. */
type LeadingTab = 'people' | 'requests' | 'reporting';

/** The tab that led to a person's page. */
export interface WayBack {
  title: string;
  go: () => void;
}

interface Opened {
  /** Missing as long as it is not known who that is. */
  row: PersonRow | undefined;
  task: PersonTask;
  /** The reason that fits, to be confirmed. */
  why: AccessReason | undefined;
  back: WayBack;
}

/** @param shown which requests were listed, where a request leads to the person */
export type OpenPersonPage = (row: PersonRow, task: PersonTask, shown?: { status?: RequestStatus }) => void;

/**
 * Whose page is open, by the address: the tab, the person's handle, and what the administrator came for. No account ID
 * stands there: it would stay in the browser's history and in logs when the person is erased. No reason does, either: a
 * request leads to the only one that fits, and a link cannot choose another.
 */
export function useOpened({ people }: PeopleList) {
  const { path, query, go } = usePlace();
  const from = tabOf(path[0]);
  // Behind the tab of requests stand requests, too; they are not opened for a task.
  const isPerson = path[0] === from && (from !== 'requests' || query.has('for'));
  const handle = isPerson ? path[1] : undefined;
  const { see, found } = useRow(people, handle);
  const open = useCallback<OpenPersonPage>(
    (opening, task, shown = {}) => {
      see(opening);
      go(placeAt([from, opening.handle], { for: task, ...shown }));
    },
    [from, go, see],
  );
  const status = query.get('status') ?? undefined;
  const back = {
    title: t(`admin.tab-${from}`),
    go: () => go(placeAt(from === 'people' ? [] : [from], { status })),
  };
  const why = from === 'requests' ? 'person-asked' : undefined;
  const opened: Opened | undefined =
    handle === undefined ? undefined : { row: found, task: taskOf(query.get('for')), why, back };
  return { open, opened, left: useLeft(found?.accountId) };
}

const tabOf = (named: string | undefined): LeadingTab =>
  named === 'requests' || named === 'reporting' ? named : 'people';

/** The newest row behind a handle: from the list, or as it was when the person was opened or still listed. */
function useRow(people: readonly PersonRow[], handle: string | undefined) {
  const [seen, setSeen] = useState<ReadonlyMap<string, PersonRow>>(new Map());
  const see = useCallback((row: PersonRow) => setSeen((before) => new Map(before).set(row.handle, row)), []);
  if (handle === undefined) return { see, found: undefined };
  const listed = people.find((one) => one.handle === handle);
  const before = seen.get(handle);
  if (listed && before !== listed) see(listed);
  return { see, found: listed ?? before };
}

/** Whose page was left, until another is opened. */
function useLeft(open: AccountId | undefined): AccountId | undefined {
  const [last, setLast] = useState<{ open: AccountId | undefined; left: AccountId | undefined }>({
    open,
    left: undefined,
  });
  if (last.open !== open) setLast({ open, left: open === undefined ? last.open : undefined });
  return last.left;
}
