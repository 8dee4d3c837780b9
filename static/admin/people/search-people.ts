import type { AccountId, PersonRow } from '../../../src/contract';
import type { Found } from '../../shared/look-up';
import type { Person } from '../../shared/people';

export type Names = ReadonlyMap<AccountId, Found<Person>>;

/** What a search came to, and what it could not look at. */
export interface Search {
  people: PersonRow[];
  /** How many people were looked through. */
  looked: number;
  /** Jira knows no name of them any more: only their account IDs were looked at. */
  nameless: number;
  /** Jira has not told their names yet, or did not answer: nothing can be said of them. */
  unanswered: number;
}

/** Fewer letters are in nearly every account ID. */
const LEAST_OF_AN_ID = 6;

/** People whose name has all the words that were typed, whatever their accents, or whose account ID has what was typed. */
export function searchPeople(people: readonly PersonRow[], names: Names, typed: string): Search {
  const text = plain(typed);
  const words = text.split(/\s+/);
  const states = people.map(({ accountId }) => names.get(accountId)?.state);
  return {
    people: people.filter(({ accountId }) => {
      const found = names.get(accountId);
      const name = found?.state === 'known' ? plain(found.value.name) : '';
      const isCalled = name !== '' && words.every((word) => name.includes(word));
      return isCalled || (text.length >= LEAST_OF_AN_ID && accountId.toLowerCase().includes(text));
    }),
    looked: people.length,
    nameless: states.filter((state) => state === 'unknown').length,
    unanswered: states.filter((state) => state === undefined || state === 'unavailable').length,
  };
}

const plain = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// The forms of Atlassian's account IDs. Names of accounts that apps made may read the same.
const accountId = /^(?=.{1,128}$)(?:[A-Za-z0-9-]+:[A-Za-z0-9:-]+|(?=.*\d)[A-Za-z0-9-]{20,})$/;

/** What was typed, where it may be a whole account ID: the app can be asked for exactly that one. */
export function accountIn(typed: string): AccountId | undefined {
  const text = typed.trim();
  return accountId.test(text) ? text : undefined;
}
