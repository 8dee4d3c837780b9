import { useCallback, useMemo, useState } from 'react';
import type { AccountId, PersonRow } from '../../../src/contract';

/** As many as the app erases in one call. */
const mostChosen = 50;

export interface ChosenPeople {
  people: ReadonlyMap<AccountId, PersonRow>;
  full: boolean;
  set: (row: PersonRow, chosen: boolean) => void;
  clear: () => void;
}

const nobody: ReadonlyMap<AccountId, PersonRow> = new Map();

/** The people an administrator has ticked, across pages. */
export function useChosenPeople(): ChosenPeople {
  const [people, setPeople] = useState(nobody);
  const set = useCallback((row: PersonRow, chosen: boolean) => {
    setPeople((before) => withChoice(before, row, chosen));
  }, []);
  const clear = useCallback(() => setPeople(nobody), []);
  return useMemo(() => ({ people, full: people.size >= mostChosen, set, clear }), [people, set, clear]);
}

function withChoice(
  before: ReadonlyMap<AccountId, PersonRow>,
  row: PersonRow,
  chosen: boolean,
): ReadonlyMap<AccountId, PersonRow> {
  const after = new Map(before);
  if (!chosen) after.delete(row.accountId);
  else if (after.size < mostChosen) after.set(row.accountId, row);
  return after;
}
