import { useMemo } from 'react';
import type { AccountId } from '../../src/contract';
import { lookUpPeople, personLabel } from '../shared/people';
import { useLookUp } from '../shared/use-look-up';

/** What a person is called, as Jira tells whoever looks; the account ID as long as or where it does not. */
export function usePersonName(accountId: AccountId): string {
  const ids = useMemo(() => [accountId], [accountId]);
  return personLabel(useLookUp(lookUpPeople, ids).get(accountId), accountId);
}
