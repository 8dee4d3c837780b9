import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PersonRow } from '../../../src/contract';
import { lookUpPeople } from '../../shared/people';
import type { Names } from './search-people';

export interface EveryName {
  found: Names;
  /** Some are still on their way. */
  looking: boolean;
  /** Asks again for those that Jira did not tell. */
  lookAgain: () => void;
}

const none: Names = new Map();

/** Names of all these people, as Jira tells whoever looks. */
export function useNames(people: readonly PersonRow[]): EveryName {
  const ids = useMemo(() => people.map(({ accountId }) => accountId), [people]);
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState({ found: none, tries: 0 });
  useEffect(() => {
    if (ids.length === 0) return;
    let current = true;
    void lookUpPeople(ids).then((found) => {
      if (current) setAnswer({ found, tries });
    });
    return () => {
      current = false;
    };
  }, [ids, tries]);
  const looking = answer.tries !== tries || ids.some((id) => !answer.found.has(id));
  const lookAgain = useCallback(() => setTries((before) => before + 1), []);
  return { found: answer.found, looking, lookAgain };
}
