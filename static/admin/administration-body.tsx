import { lazy, Suspense, useCallback, useState } from 'react';
import type { AccountId, Dashboard, PersonRow } from '../../src/contract';
import { AdministrationTabs } from './administration-tabs';
import { DashboardStrip } from './dashboard-strip';
import { Loading } from './loading';
import { usePeople, type PeopleList } from './people/use-people';
import type { PersonTask } from './person/person-task';
import { useFollowedErasures } from './use-followed-erasures';

const PersonPage = lazy(() => import('./person/person-page'));

interface Opened {
  /** As it was when the person was opened. */
  row: PersonRow;
  task: PersonTask;
}

interface AdministrationBodyProps {
  dashboard: Dashboard;
  reloadDashboard: () => void;
}

/** Either the figures and the tabs, or one person; the tabs stay as they were meanwhile. */
export function AdministrationBody({ dashboard, reloadDashboard }: AdministrationBodyProps) {
  const people = usePeople();
  const [opened, setOpened] = useState<Opened>();
  const [left, setLeft] = useState<AccountId>();
  const onChanged = useChanges(dashboard, reloadDashboard, people);
  const open = useCallback((row: PersonRow, task: PersonTask) => {
    setLeft(undefined);
    setOpened({ row, task });
  }, []);
  const back = () => {
    setLeft(opened?.row.accountId);
    setOpened(undefined);
  };
  const newest = people.people.find((row) => row.accountId === opened?.row.accountId);
  return (
    <>
      <div className="stack" hidden={opened !== undefined}>
        <DashboardStrip dashboard={dashboard} />
        <AdministrationTabs
          people={people}
          counted={dashboard}
          onOpen={open}
          onChanged={onChanged}
          onLook={reloadDashboard}
          returnTo={left}
        />
      </div>
      {opened && (
        <Suspense fallback={<Loading what="the person" />}>
          <PersonPage
            key={opened.row.accountId}
            accountId={opened.row.accountId}
            task={opened.task}
            row={people.gone.has(opened.row.accountId) ? undefined : (newest ?? opened.row)}
            onChanged={onChanged}
            onBack={back}
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
