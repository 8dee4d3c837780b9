import { useCallback, useEffect, useState } from 'react';
import type { AccountId, PersonRow } from '../../../src/contract';
import { call, failure as failed, isFailure, type Failure } from '../../shared/call';

export interface PeopleList {
  /** Those that have arrived so far, in the order of account IDs. */
  people: readonly PersonRow[];
  complete: boolean;
  /** Why the list stopped growing; what has arrived stays. */
  failure: Failure | undefined;
  /** Goes on where it stopped. */
  resume: () => void;
  /** Reads one person's row again and puts it in its place, or takes it out when nothing is kept any more. */
  refresh: (accountId: AccountId) => Promise<void>;
}

interface Progress {
  people: readonly PersonRow[];
  after: string | undefined;
  complete: boolean;
  failure: Failure | undefined;
}

const start: Progress = { people: [], after: undefined, complete: false, failure: undefined };

/** All people who have data, page after page, so that the first are there at once. */
export function usePeople(): PeopleList {
  const [progress, setProgress] = useState<Progress>(start);
  const { after, complete, failure } = progress;
  useEffect(() => {
    if (complete || failure) return;
    let current = true;
    void nextPage(after).then((page) => {
      if (current) setProgress((before) => addPage(before, page));
    });
    return () => {
      current = false;
    };
  }, [after, complete, failure]);
  const resume = useCallback(() => setProgress((before) => ({ ...before, failure: undefined })), []);
  const refresh = useCallback(async (accountId: AccountId) => {
    const answer = await call('listPeople', { only: [accountId] });
    if (isFailure(answer)) return;
    const row = answer.people.find((candidate) => candidate.accountId === accountId);
    setProgress((before) => ({ ...before, people: replaceRow(before.people, accountId, row) }));
  }, []);
  return { people: progress.people, complete, failure, resume, refresh };
}

function nextPage(after: string | undefined) {
  return call('listPeople', { limit: 100, ...(after === undefined ? {} : { after }) });
}

function addPage(before: Progress, page: Awaited<ReturnType<typeof nextPage>>): Progress {
  if (isFailure(page)) return { ...before, failure: page };
  if (page.next !== undefined && page.next === before.after) {
    return { ...before, failure: failed('We could not load the rest of the list. Reload the page.') };
  }
  return {
    people: joinRows(before.people, page.people),
    after: page.next,
    complete: page.next === undefined,
    failure: undefined,
  };
}

/** Queries lag: a person may come twice when rows move between pages. */
function joinRows(before: readonly PersonRow[], page: readonly PersonRow[]): PersonRow[] {
  const known = new Set(before.map((row) => row.accountId));
  return [...before, ...page.filter((row) => !known.has(row.accountId))];
}

export function replaceRow(
  people: readonly PersonRow[],
  accountId: AccountId,
  row: PersonRow | undefined,
): PersonRow[] {
  return people.flatMap((before) => (before.accountId !== accountId ? [before] : row ? [row] : []));
}
