import { requestJira } from '@forge/bridge';
import type { AccountId } from '../../src/contract';
import { isolated } from './isolated';
import { makeLookUp, type Found } from './look-up';
import { t } from './words/words';

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
  if (found.state === 'unknown') return t('common.person-unknown', { end: id.slice(-4) });
  if (found.state === 'unavailable') return t('common.person-by-id', { id });
  const name = isolated(found.value.name);
  return found.value.active ? name : t('common.person-deactivated', { name });
}
