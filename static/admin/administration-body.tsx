import { lazy, Suspense, useCallback, useState } from 'react';
import type { AccountId, Dashboard } from '../../src/contract';
import { AdministrationTabs } from './administration-tabs';
import { DashboardStrip } from './dashboard-strip';
import { Loading } from '../shared/loading';
import { t } from '../shared/words/words';
import { usePeople, type PeopleList } from './people/use-people';
import { useFollowedErasures } from './use-followed-erasures';
import { PersonSought } from './person/person-sought';
import { useOpened } from './person/use-opened';

const PersonPage = lazy(() => import('./person/person-page'));

interface AdministrationBodyProps {
  dashboard: Dashboard;
  reloadDashboard: () => void;
}

/** Either the figures and the tabs, or one person; the tabs stay as they were meanwhile. */
export function AdministrationBody({ dashboard, reloadDashboard }: AdministrationBodyProps) {
  const people = usePeople();
  const onChanged = useChanges(dashboard, reloadDashboard, people);
  const { open, opened, left } = useOpened(people);
  return (
    <>
      <div className="stack" hidden={opened !== undefined}>
        <DashboardStrip dashboard={dashboard} onOpen={open} />
        <AdministrationTabs
          people={people}
          counted={dashboard}
          onOpen={open}
          onChanged={onChanged}
          onLook={reloadDashboard}
          returnTo={left}
        />
      </div>
      {opened && !opened.row && <PersonSought people={people} back={opened.back} />}
      {opened?.row && (
        <Suspense fallback={<Loading words={t('person.loading')} />}>
          <PersonPage
            key={`${opened.row.accountId} ${opened.task}`}
            accountId={opened.row.accountId}
            task={opened.task}
            why={opened.why}
            row={people.gone.has(opened.row.accountId) ? undefined : opened.row}
            reviewDays={dashboard.reviewDays}
            onChanged={onChanged}
            back={opened.back}
          />
        </Suspense>
      )}
    </>
  );
}

/** What changed about people is read again at once, and while erasures run, which the queue begins. */
function useChanges(dashboard: Dashboard, reloadDashboard: () => void, { refresh }: PeopleList) {
  const [changed, setChanged] = useState<readonly AccountId[]>([]);
  const look = useCallback(() => {
    if (changed.length > 0) void refresh(changed);
    reloadDashboard();
  }, [changed, refresh, reloadDashboard]);
  useFollowedErasures(dashboard, changed, look);
  return useCallback(
    (accountIds: readonly AccountId[]) => {
      setChanged(accountIds);
      void refresh(accountIds);
      reloadDashboard();
    },
    [refresh, reloadDashboard],
  );
}
