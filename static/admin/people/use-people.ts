import { useCallback, useEffect, useState } from 'react';
import type { AccountId } from '../../../src/contract';
import { call, isFailure } from '../../shared/call';
import {
  addPage,
  goOn,
  isGrowing,
  nothingYet,
  PEOPLE_A_PAGE,
  withRow,
  type Progress,
} from './people-progress';

export interface PeopleList extends Pick<Progress, 'people' | 'complete' | 'failure' | 'gone'> {
  /** More people are on their way. */
  growing: boolean;
  /** Goes on where it stopped. */
  resume: () => void;
  /** Reads at most 90 rows again and puts each in its place, or takes it out when nothing is kept any more. */
  refresh: (accountIds: readonly AccountId[]) => Promise<void>;
}

/** People who have data, page after page, so that the first are there at once; of a large site not all unasked. */
export function usePeople(): PeopleList {
  const [progress, setProgress] = useState(nothingYet);
  const { people, after, complete, failure, gone } = progress;
  const growing = isGrowing(progress);
  useEffect(() => {
    if (!growing) return;
    let current = true;
    const place = { limit: PEOPLE_A_PAGE, ...(after === undefined ? {} : { after }) };
    void call('listPeople', place).then((page) => {
      if (current) setProgress((before) => addPage(before, page));
    });
    return () => {
      current = false;
    };
  }, [after, growing]);
  const resume = useCallback(() => setProgress(goOn), []);
  const refresh = useCallback(async (accountIds: readonly AccountId[]) => {
    const answer = await call('listPeople', { only: [...accountIds] });
    if (isFailure(answer)) return;
    const rows = new Map(answer.people.map((row) => [row.accountId, row]));
    setProgress((before) => accountIds.reduce((list, id) => withRow(list, id, rows.get(id)), before));
  }, []);
  return { people, complete, failure, gone, growing, resume, refresh };
}
