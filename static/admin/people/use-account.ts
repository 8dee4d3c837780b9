import { useEffect, useState } from 'react';
import type { AccountId, PersonRow } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';
import type { AccountAnswer } from './search-words';

interface Asked {
  account: AccountId;
  state: AccountAnswer;
  row?: PersonRow | undefined;
}

/** Typing goes on: the app is asked once it rests. */
const RESTS_MS = 400;

/** Whether anything is kept under exactly this account ID, strictly read; nothing where none is given. */
export function useAccount(account: AccountId | undefined): {
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
