import { useMemo } from 'react';
import { accountIn, searchPeople, type Names, type Search } from './search-people';
import type { AccountAnswer } from './search-words';
import { useAccount } from './use-account';
import type { PeopleList } from './use-people';

export interface SearchAndAccount extends Search {
  /** Missing where no account ID was typed. */
  account: AccountAnswer | undefined;
}

/** What was typed, looked for among all who are loaded, and in the app where it may be an account ID. */
export function useSearch(
  { people, gone }: PeopleList,
  names: Names,
  text: string,
): SearchAndAccount | undefined {
  const typed = text.trim();
  const found = useMemo(
    () => (typed === '' ? undefined : searchPeople(people, names, typed)),
    [people, names, typed],
  );
  const { row, state } = useAccount(found?.people.length === 0 ? accountIn(typed) : undefined);
  if (!found) return undefined;
  if (!row || gone.has(row.accountId)) return { ...found, account: state };
  return { ...found, people: [row], account: state };
}
