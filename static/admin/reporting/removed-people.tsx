import { useMemo } from 'react';
import type { AccountId, PersonRow, RemovedPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { ColumnHeads } from '../../shared/column-heads';
import { FailureMessage } from '../../shared/failure-message';
import { lookUpPeople } from '../../shared/people';
import { useLoaded } from '../../shared/use-loaded';
import { useLookUp } from '../../shared/use-look-up';
import { t } from '../../shared/words/words';
import { LoadState } from '../load-state';
import type { PersonTask } from '../person/person-task';
import { useFocusOnReturn } from '../use-focus-on-return';
import { removedRowId, RemovedRow } from './removed-row';
import { useOpenPerson } from './use-open-person';

const load = () => call('listRemoved', {});

interface RemovedPeopleProps {
  /** People about whom nothing is kept any more since the page was opened. */
  gone: ReadonlySet<AccountId>;
  onOpen: (row: PersonRow, task: PersonTask) => void;
  returnTo: AccountId | undefined;
}

/** People of whom Jira said that they were removed from the site: a hint, which is not Atlassian's word `closed`. */
export function RemovedPeople({ gone, onOpen, returnTo }: RemovedPeopleProps) {
  const loaded = useLoaded(load);
  const removed = loaded.value?.removed.filter(({ accountId }) => !gone.has(accountId));
  return (
    <section className="stack-tight" aria-labelledby="removed-title">
      {removed ? (
        <RemovedList removed={removed} onOpen={onOpen} returnTo={returnTo} />
      ) : (
        <h3 className="title-xsmall" id="removed-title">
          {t('reporting.removed-title')}
        </h3>
      )}
      <LoadState loaded={loaded} words={t('reporting.loading-removed')} />
    </section>
  );
}

interface RemovedListProps extends Omit<RemovedPeopleProps, 'gone'> {
  removed: readonly RemovedPerson[];
}

function RemovedList({ removed, onOpen, returnTo }: RemovedListProps) {
  const heading = useFocusOnReturn(returnTo, removedRowId);
  const { failure, open } = useOpenPerson(onOpen);
  return (
    <>
      <h3 className="title-xsmall" id="removed-title" tabIndex={-1} ref={heading}>
        {t('reporting.removed-title')}
      </h3>
      {removed.length === 0 ? (
        <p className="quiet">{t('reporting.none-removed')}</p>
      ) : (
        <p className="quiet readable">{t('reporting.removed')}</p>
      )}
      {failure && <FailureMessage failure={failure} />}
      {removed.length > 0 && <RemovedTable removed={removed} onOpen={open} />}
    </>
  );
}

interface RemovedTableProps {
  removed: readonly RemovedPerson[];
  onOpen: ReturnType<typeof useOpenPerson>['open'];
}

function RemovedTable({ removed, onOpen }: RemovedTableProps) {
  const ids = useMemo(() => removed.map(({ accountId }) => accountId), [removed]);
  const found = useLookUp(lookUpPeople, ids);
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">{t('reporting.removed-caption')}</caption>
      <ColumnHeads
        heads={[t('common.person'), t('reporting.removed-on'), t('reporting.happens-next')]}
        atEnd={[t('common.actions')]}
      />
      <tbody>
        {removed.map((person) => (
          <RemovedRow
            key={person.accountId}
            person={person}
            found={found.get(person.accountId)}
            onOpen={onOpen}
          />
        ))}
      </tbody>
    </table>
  );
}
