import { lazy, Suspense, useMemo, useState } from 'react';
import type { AccountId, AnnouncedPage, AnnouncedPerson, PersonRow } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useAction } from '../../shared/use-action';
import { useLookUp } from '../../shared/use-look-up';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { ErasedPeople } from '../people/erased-people';
import type { ManyErased } from '../people/erasing-many';
import type { Pages } from '../use-pages';
import { AnnouncedTable } from './announced-table';

const DismissDialog = lazy(() => import('./dismiss-dialog'));
const ErasePeopleDialog = lazy(() => import('../people/erase-people-dialog'));

interface AnnouncedPeopleProps {
  pages: Pages<AnnouncedPage>;
  /** Of these people something changed that the lists show. */
  onChanged: (accountIds: readonly AccountId[]) => void;
}

const nobody: readonly AnnouncedPerson[] = [];

/** People of whom the webhook's word stands: an administrator says yes or no. */
export function AnnouncedPeople({ pages, onChanged }: AnnouncedPeopleProps) {
  const people = pages.value?.people ?? nobody;
  const ids = useMemo(() => people.map(({ accountId }) => accountId), [people]);
  const names = useLookUp(lookUpPeople, ids);
  const [dismisses, setDismisses] = useState<AccountId>();
  const [erases, setErases] = useState<PersonRow>();
  const [erased, setErased] = useState<ManyErased>();
  const { failure, run } = useAction();
  const askToErase = async (accountId: AccountId) => {
    const answer = await run(() => call('listPeople', { only: [accountId] }));
    if (answer?.people[0]) setErases(answer.people[0]);
    else if (answer) onChanged([]);
  };
  const label = (accountId: AccountId): string => personLabel(names.get(accountId), accountId);
  const done = (result: ManyErased) => {
    setErases(undefined);
    setErased(result);
    onChanged(result.begun);
  };
  const dismissed = (accountId: AccountId) => {
    setDismisses(undefined);
    onChanged([accountId]);
  };
  return (
    <section className="stack-tight" aria-labelledby="announced-title">
      <h3 className="title-xsmall" id="announced-title">
        People it named
      </h3>
      {erased && <ErasedPeople erased={erased} onClose={() => setErased(undefined)} />}
      {failure && <FailureMessage failure={failure} />}
      <LoadState loaded={pages} what="the people it named" />
      {pages.value && (
        <AnnouncedTable
          people={people}
          label={label}
          onErase={(accountId) => void askToErase(accountId)}
          onDismiss={setDismisses}
        />
      )}
      <AnnouncedPages pages={pages} />
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

function AnnouncedPages({ pages }: Pick<AnnouncedPeopleProps, 'pages'>) {
  return (
    <PageButtons
      label="Pages of people it named"
      previous="Previous"
      next="Next"
      busy={pages.busy}
      onPrevious={pages.toPrevious}
      onNext={pages.toNext}
    >
      Page {pages.page}
    </PageButtons>
  );
}
