import { lazy, Suspense, useMemo, useState } from 'react';
import type { AccountId, AnnouncedPage, AnnouncedPerson, PersonRow } from '../../../src/contract';
import { givenReasons } from '../../shared/access-words';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useAction } from '../../shared/use-action';
import { useLookUp } from '../../shared/use-look-up';
import { t } from '../../shared/words/words';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { ErasedPeople } from '../people/erased-people';
import type { ManyErased } from '../people/erasing-many';
import { ReasonDialog } from '../reason-dialog';
import type { Pages } from '../use-pages';
import { AnnouncedTable } from './announced-table';

const ErasePeopleDialog = lazy(() => import('../people/erase-people-dialog'));

interface AnnouncedPeopleProps {
  pages: Pages<AnnouncedPage>;
  /** Of these people something changed that the lists show. */
  onChanged: (accountIds: readonly AccountId[]) => void;
}

const nobody: readonly AnnouncedPerson[] = [];

/** People whom an announcement of the webhook concerns: an administrator says yes or no. */
export function AnnouncedPeople({ pages, onChanged }: AnnouncedPeopleProps) {
  const people = pages.value?.people ?? nobody;
  const ids = useMemo(() => people.map(({ accountId }) => accountId), [people]);
  const names = useLookUp(lookUpPeople, ids);
  const [dismisses, setDismisses] = useState<AccountId>();
  const [erases, setErases] = useState<PersonRow>();
  const [erased, setErased] = useState<ManyErased>();
  const { failure, run, corrects } = useAction();
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
        {t('webhook.named-title')}
      </h3>
      {erased && <ErasedPeople erased={erased} onClose={() => setErased(undefined)} />}
      {failure && <FailureMessage failure={failure} />}
      <LoadState loaded={pages} words={t('webhook.named-loading')} />
      {pages.value && (
        <AnnouncedTable
          people={people}
          label={label}
          onErase={(accountId) => void askToErase(accountId)}
          onDismiss={corrects(setDismisses)}
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
      </Suspense>
      {dismisses !== undefined && (
        <DismissDialog
          accountId={dismisses}
          name={label(dismisses)}
          onDone={() => dismissed(dismisses)}
          onCancel={() => setDismisses(undefined)}
        />
      )}
    </section>
  );
}

interface DismissDialogProps {
  accountId: AccountId;
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks an administrator why they dismiss what the webhook announced. */
const DismissDialog = ({ accountId, name, onDone, onCancel }: DismissDialogProps) => (
  <ReasonDialog
    title={t('webhook.dismiss-title', { name })}
    verb={t('webhook.dismiss')}
    question={t('webhook.dismiss-why')}
    reasons={givenReasons}
    act={(reason) => call('dismissAnnounced', { accountId, reason })}
    onDone={onDone}
    onCancel={onCancel}
  >
    <p>{t('webhook.dismiss-about', { name })}</p>
  </ReasonDialog>
);

function AnnouncedPages({ pages }: Pick<AnnouncedPeopleProps, 'pages'>) {
  return (
    <PageButtons
      label={t('webhook.named-pages')}
      previous={t('common.previous')}
      next={t('common.next')}
      busy={pages.busy}
      onPrevious={pages.toPrevious}
      onNext={pages.toNext}
    >
      {t('common.page', { page: pages.page })}
    </PageButtons>
  );
}
