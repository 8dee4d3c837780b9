import type { AccountId, PeoplePage, PersonRow } from '../../../src/contract';
import { failure as failed, isFailure, type Failure } from '../../shared/call';
import { t } from '../../shared/words/words';

/** How far the list of people has come. */
export interface Progress {
  /** In the order of account IDs, each person once. */
  people: readonly PersonRow[];
  /** Where the next page begins. */
  after: string | undefined;
  complete: boolean;
  /** Pages still to be read before someone has to ask for more. */
  pagesLeft: number;
  /** Why the list stopped growing; what has arrived stays. */
  failure: Failure | undefined;
  /** People about whom nothing is kept any more since the list began. */
  gone: ReadonlySet<AccountId>;
}

/** Pages read by themselves: beyond these, a large site is not asked for everybody each time the page is opened. */
export const PAGES_AT_ONCE = 20;
export const PEOPLE_A_PAGE = 100;

export const nothingYet: Progress = {
  people: [],
  after: undefined,
  complete: false,
  pagesLeft: PAGES_AT_ONCE,
  failure: undefined,
  gone: new Set(),
};

/** The list with one more page; a list that does not advance is a failure and not an endless loop. */
export function addPage(before: Progress, page: PeoplePage | Failure): Progress {
  if (isFailure(page)) return { ...before, failure: page };
  if (page.next !== undefined && page.next === before.after) {
    return { ...before, failure: failed(t('people.list-stuck')) };
  }
  return {
    ...before,
    people: joinRows(before, page.people),
    after: page.next,
    complete: page.next === undefined,
    pagesLeft: before.pagesLeft - 1,
    failure: undefined,
  };
}

/** The list that goes on where it stopped, after a failure or after as many pages as are read by themselves. */
export const goOn = (before: Progress): Progress => ({
  ...before,
  failure: undefined,
  pagesLeft: PAGES_AT_ONCE,
});

/** Whether the next page is to be read now. */
export const isGrowing = ({ complete, failure: why, pagesLeft }: Progress): boolean =>
  !complete && why === undefined && pagesLeft > 0;

/** The list with one person's newest row, or without the person where nothing is kept any more. */
export function withRow(before: Progress, accountId: AccountId, row: PersonRow | undefined): Progress {
  const gone = new Set(before.gone);
  if (!row) {
    const people = before.people.filter((other) => other.accountId !== accountId);
    return { ...before, people, gone: gone.add(accountId) };
  }
  gone.delete(accountId);
  const isListed = before.people.some((other) => other.accountId === accountId);
  const people = isListed
    ? before.people.map((other) => (other.accountId === accountId ? row : other))
    : [...before.people, row];
  return { ...before, people, gone };
}

/** Queries lag: a person may come twice when rows move between pages, or once more after an erasure. */
function joinRows({ people, gone }: Progress, page: readonly PersonRow[]): PersonRow[] {
  const known = new Set([...gone, ...people.map((row) => row.accountId)]);
  return [...people, ...page.filter((row) => !known.has(row.accountId))];
}
