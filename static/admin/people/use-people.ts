import { useCallback, useEffect, useState } from 'react';
import type { AccountId } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';
import { addPage, nothingYet, withRow, type Progress } from './people-progress';

export interface PeopleList extends Pick<Progress, 'people' | 'complete' | 'failure' | 'gone'> {
  /** Goes on where it stopped. */
  resume: () => void;
  /** Reads at most 90 rows again and puts each in its place, or takes it out when nothing is kept any more. */
  refresh: (accountIds: readonly AccountId[]) => Promise<void>;
}

/** All people who have data, page after page, so that the first are there at once. */
export function usePeople(): PeopleList {
  const [{ people, after, complete, failure, gone }, setProgress] = useState(nothingYet);
  useEffect(() => {
    if (complete || failure) return;
    let current = true;
    void call('listPeople', { limit: 100, ...(after === undefined ? {} : { after }) }).then((page) => {
      if (current) setProgress((before) => addPage(before, page));
    });
    return () => {
      current = false;
    };
  }, [after, complete, failure]);
  const resume = useCallback(() => setProgress((before) => ({ ...before, failure: undefined })), []);
  const refresh = useCallback(async (accountIds: readonly AccountId[]) => {
    const answer = await call('listPeople', { only: [...accountIds] });
    if (isFailure(answer)) return;
    const rows = new Map(answer.people.map((row) => [row.accountId, row]));
    setProgress((before) => accountIds.reduce((list, id) => withRow(list, id, rows.get(id)), before));
  }, []);
  return { people, complete, failure, gone, resume, refresh };
}
