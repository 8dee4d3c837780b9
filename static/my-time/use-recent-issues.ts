import { useEffect, useState } from 'react';
import type { Day } from '../../src/contract';
import { call } from '../shared/call';
import { dayBeside } from '../shared/dates';
import { isFailure } from '../shared/failure';

/** From any day of a week, this and the week before begin at most so many days ago. */
const DAYS_BACK = -13;
const MOST_ENTRIES = 100;

/** The work items on which one logged time in this and last week, the latest first; none where the app did not say. */
export function useRecentIssues(today: Day | undefined): string[] {
  const [recent, setRecent] = useState<string[]>([]);
  useEffect(() => {
    if (today === undefined) return;
    let current = true;
    const span = { from: dayBeside(today, DAYS_BACK), to: today, limit: MOST_ENTRIES };
    void call('listEntries', span).then((answer) => {
      if (!current || isFailure(answer)) return;
      setRecent([...new Set(answer.entries.map(({ issueId }) => issueId))]);
    });
    return () => {
      current = false;
    };
  }, [today]);
  return recent;
}
