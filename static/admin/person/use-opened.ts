import { useCallback, useState } from 'react';
import type { AccountId, PersonRow } from '../../../src/contract';
import { placeAt, usePlace } from '../../shared/use-place';
import type { PeopleList } from '../people/use-people';
import { taskOf, type PersonTask } from './person-task';

/** The tabs that lead to people's pages, as the address has them, and what they are called. */
const TITLES = { people: 'People', reporting: 'Reporting' };

/** The tab that led to a person's page. */
export interface WayBack {
  title: string;
  go: () => void;
}

interface Opened {
  /** Missing as long as it is not known who that is. */
  row: PersonRow | undefined;
  task: PersonTask;
  back: WayBack;
}

/**
 * Whose page is open, by the address: the tab, the person's handle, and what the administrator came for. No account ID
 * stands there: it would stay in the browser's history and in logs when the person is erased.
 */
export function useOpened({ people }: PeopleList) {
  const { path, query, go } = usePlace();
  const [tab, handle] = path;
  const from = tab === 'reporting' ? tab : 'people';
  const { see, found } = useRow(people, handle !== undefined && tab === from ? handle : undefined);
  const open = useCallback(
    (opening: PersonRow, task: PersonTask) => {
      see(opening);
      go(placeAt([from, opening.handle], { for: task }));
    },
    [from, go, see],
  );
  const opened: Opened | undefined =
    handle !== undefined && tab === from
      ? {
          row: found,
          task: taskOf(query.get('for')),
          back: { title: TITLES[from], go: () => go(placeAt(from === 'people' ? [] : [from])) },
        }
      : undefined;
  return { open, opened, left: useLeft(found?.accountId) };
}

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
