import { requestJira } from '@forge/bridge';
import type { AccountId, PersonRow } from '../../../src/contract';
import { call, failure, isFailure, type Failure } from '../../shared/call';

type Wanted = { kind: 'account'; accountId: AccountId } | { kind: 'name'; name: string };

export interface Search {
  wanted: Wanted;
  /** Those found who have data. */
  people: PersonRow[];
  /** How many people Jira found by that name, with data or without. */
  found: number;
  /** Jira found more than it was asked to list. */
  more: boolean;
}

const mostByName = 50;
// The forms of Atlassian's account IDs; names have neither colons nor 20 letters and digits without a space.
const accountId = /^(?=.{1,128}$)(?:[A-Za-z0-9-]+:[A-Za-z0-9:-]+|(?=.*\d)[A-Za-z0-9-]{20,})$/;

/** Whether somebody typed an account ID or a name; nothing when they typed nothing. */
export function readWanted(text: string): Wanted | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  return accountId.test(typed) ? { kind: 'account', accountId: typed } : { kind: 'name', name: typed };
}

/** Finds people with data; a name is looked up by the browser as the viewer and never reaches the app's functions. */
export async function searchPeople(wanted: Wanted): Promise<Search | Failure> {
  const ids = wanted.kind === 'account' ? [wanted.accountId] : await findByName(wanted.name);
  if (isFailure(ids)) return ids;
  if (ids.length === 0) return { wanted, people: [], found: 0, more: false };
  const only = ids.slice(0, mostByName);
  const answer = await call('listPeople', { only });
  if (isFailure(answer)) return answer;
  return { wanted, people: answer.people, found: only.length, more: ids.length > only.length };
}

async function findByName(name: string): Promise<AccountId[] | Failure> {
  const query = new URLSearchParams({ query: name, maxResults: String(mostByName + 1) });
  try {
    const response = await requestJira(`/rest/api/3/user/search?${query.toString()}`);
    if (!response.ok) return noSearch;
    const users = (await response.json()) as Array<{ accountId: string }>;
    return users.map((user) => user.accountId);
  } catch {
    return noSearch;
  }
}

const noSearch = failure(
  'We could not search for people in Jira. Nothing was changed. Try again, or search by account ID.',
);
