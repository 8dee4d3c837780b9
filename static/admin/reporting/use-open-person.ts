import type { AccountId, PersonRow } from '../../../src/contract';
import { call, failure as failed, isFailure, type Failure } from '../../shared/call';
import { useAction } from '../../shared/use-action';
import { t } from '../../shared/words/words';
import type { PersonTask } from '../person/person-task';

interface OpenPerson {
  failure: Failure | undefined;
  open: (accountId: AccountId, task: PersonTask) => void;
}

/** Opens the page of a person of whom only the account ID is known: their row is read first. */
export function useOpenPerson(onOpen: (row: PersonRow, task: PersonTask) => void): OpenPerson {
  const { failure, run } = useAction();
  const find = async (accountId: AccountId): Promise<PersonRow | Failure> => {
    const page = await call('listPeople', { only: [accountId] });
    return isFailure(page) ? page : (page.people[0] ?? failed(t('reporting.person-gone')));
  };
  const open = async (accountId: AccountId, task: PersonTask): Promise<void> => {
    const row = await run(() => find(accountId));
    if (row) onOpen(row, task);
  };
  return { failure, open: (accountId, task) => void open(accountId, task) };
}
