import { lazy, Suspense, useMemo, useState } from 'react';
import type { AccountId, AnnouncedPerson, PersonRow } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useAction } from '../../shared/use-action';
import { useLookUp } from '../../shared/use-look-up';
import { ErasedPeople } from '../people/erased-people';
import type { ManyErased } from '../people/erasing-many';
import { AnnouncedTable } from './announced-table';

const DismissDialog = lazy(() => import('./dismiss-dialog'));
const ErasePeopleDialog = lazy(() => import('../people/erase-people-dialog'));

interface AnnouncedPeopleProps {
  announced: readonly AnnouncedPerson[];
  onChanged: () => void;
  onErased: (accountIds: readonly AccountId[]) => void;
}

/** People whose accounts the webhook announced as closed: an administrator says yes or no. */
export function AnnouncedPeople({ announced, onChanged, onErased }: AnnouncedPeopleProps) {
  const ids = useMemo(() => announced.map(({ accountId }) => accountId), [announced]);
  const names = useLookUp(lookUpPeople, ids);
  const [dismisses, setDismisses] = useState<AccountId>();
  const [erases, setErases] = useState<PersonRow>();
  const [erased, setErased] = useState<ManyErased>();
  const { failure, run } = useAction();
  const askToErase = async (accountId: AccountId) => {
    const answer = await run(() => call('listPeople', { only: [accountId] }));
    if (answer?.people[0]) setErases(answer.people[0]);
    else if (answer) onChanged();
  };
  const label = (accountId: AccountId): string => personLabel(names.get(accountId), accountId);
  const done = (result: ManyErased) => {
    setErases(undefined);
    setErased(result);
    onErased(result.begun);
    onChanged();
  };
  const dismissed = (accountId: AccountId) => {
    setDismisses(undefined);
    onErased([accountId]);
    onChanged();
  };
  return (
    <section className="stack-tight" aria-labelledby="announced-title">
      <h3 className="title-xsmall" id="announced-title">
        Announced as closed
      </h3>
      {erased && <ErasedPeople erased={erased} onClose={() => setErased(undefined)} />}
      {failure && <FailureMessage failure={failure} />}
      <AnnouncedTable
        announced={announced}
        label={label}
        onErase={(accountId) => void askToErase(accountId)}
        onDismiss={setDismisses}
      />
      <Suspense fallback={null}>
        {erases && (
          <ErasePeopleDialog
            people={new Map([[erases.accountId, erases]])}
            onDone={done}
            onCancel={() => setErases(undefined)}
          />
        )}
        {dismisses !== undefined && (
          <DismissDialog
            accountId={dismisses}
            name={label(dismisses)}
            onDone={() => dismissed(dismisses)}
            onCancel={() => setDismisses(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}
