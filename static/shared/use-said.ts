import { useCallback, useEffect, useState } from 'react';

/** What was done last, in words; empty where nothing is to be said any more. */
export interface Said {
  words: string;
  /** A flag of Jira says it too. */
  inFlag: boolean;
}

export type Say = (words: string, where?: 'in-flag-too') => void;

/** As long as a flag offers to undo it. */
const SAID_MS = 60_000;

const nothing: Said = { words: '', inFlag: false };

/** What was done last on a page. It goes after a minute: above what is seen later, it would say it of that. */
export function useSaid(): readonly [Said, Say] {
  const [said, setSaid] = useState(nothing);
  useEffect(() => {
    if (said.words === '') return undefined;
    const timer = setTimeout(() => setSaid(nothing), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback<Say>((words, where) => setSaid({ words, inFlag: where !== undefined }), []);
  return [said, say];
}
