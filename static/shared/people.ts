import { requestJira } from '@forge/bridge';
import type { AccountId } from '../../src/contract';
import { makeLookUp, type Found } from './look-up';

export interface Person {
  name: string;
  active: boolean;
}

interface UserBulkAnswer {
  values: Array<{ accountId: string; displayName: string; active: boolean }>;
}

const mostPerCall = 90;

/** Names of people, asked of Jira by the browser as the viewer; they never reach the app's functions. */
export const lookUpPeople = makeLookUp<Person>(mostPerCall, async (ids) => {
  const query = new URLSearchParams(ids.map((id) => ['accountId', id]));
  // Jira answers with ten people unless it is told otherwise.
  query.set('maxResults', String(mostPerCall));
  const response = await requestJira(`/rest/api/3/user/bulk?${query.toString()}`);
  if (!response.ok) throw new Error(`user/bulk answered ${response.status}`);
  const { values } = (await response.json()) as UserBulkAnswer;
  return new Map(values.map((user) => [user.accountId, { name: user.displayName, active: user.active }]));
});

/** How a person is called on a page, each unknown one otherwise; dots while the look-up runs. */
export function personLabel(found: Found<Person> | undefined, id: AccountId): string {
  if (found === undefined) return '…';
  if (found.state === 'unknown') return `Unknown person, ends …${id.slice(-4)}`;
  if (found.state === 'unavailable') return `Account ${id}`;
  const name = isolated(found.value.name);
  return found.value.active ? name : `${name} (deactivated)`;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Marks that turn the direction of what follows, beyond the end of the name. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * A name that turns no words around it: what `<bdi>` does, in characters, because names also stand in titles, labels and
 * sentences that are no elements.
 */
function isolated(name: string): string {
  const bare = name.replace(TURNING_MARKS, '');
  return RIGHT_TO_LEFT.test(bare) ? `${ISOLATE}${bare}${END}` : bare;
}
