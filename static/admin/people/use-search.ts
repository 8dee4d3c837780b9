import { useMemo, useEffect, useState } from 'react';
import { accountIn, searchPeople, type Names, type Search } from './search-people';
import type { AccountAnswer } from './search-words';
import type { PeopleList } from './use-people';
import type { AccountId, PersonRow } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';

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

interface Asked {
  account: AccountId;
  state: AccountAnswer;
  row?: PersonRow | undefined;
}

/** Typing goes on: the app is asked once it rests. */
const RESTS_MS = 400;

/** Whether anything is kept under exactly this account ID, strictly read; nothing where none is given. */
function useAccount(account: AccountId | undefined): {
  state: AccountAnswer | undefined;
  row?: PersonRow | undefined;
} {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    if (account === undefined) return;
    let current = true;
    const timer = setTimeout(() => {
      void call('listPeople', { only: [account] }).then((answer) => {
        if (!current) return;
        if (isFailure(answer)) setAsked({ account, state: 'no-answer' });
        else setAsked({ account, state: answer.people[0] ? 'kept' : 'nothing', row: answer.people[0] });
      });
    }, RESTS_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [account]);
  if (account === undefined) return { state: undefined };
  return asked?.account === account ? asked : { state: 'asking' };
}
