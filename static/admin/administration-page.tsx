import { useCallback, useState } from 'react';
import type { AccountId } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { useLoaded } from '../shared/use-loaded';
import { AdministrationTabs } from './administration-tabs';
import { DashboardStrip } from './dashboard-strip';
import { Loading } from './loading';
import { usePeople } from './people/use-people';
import { PersonPage, type PersonTask } from './person';
import { Refused } from './refused';

interface Opened {
  accountId: AccountId;
  task: PersonTask;
}

const loadDashboard = () => call('getDashboard', {});

/** The administration page: figures on top, then either the tabs or one person. */
export default function AdministrationPage() {
  const dashboard = useLoaded(loadDashboard);
  if (dashboard.failure?.error.code === 'NOT_ALLOWED') return <Refused failure={dashboard.failure} />;
  return (
    <>
      <header className="stack-tight">
        <h1 className="title-large">Privacy Center</h1>
        <p className="quiet">
          What this app keeps about people in this Jira site, and what you can do about it.
        </p>
      </header>
      {dashboard.failure && <FailureMessage failure={dashboard.failure} onRetry={dashboard.reload} />}
      {dashboard.value && <DashboardStrip dashboard={dashboard.value} />}
      {dashboard.value && (
        <PeopleAndRecords total={dashboard.value.people} reloadDashboard={dashboard.reload} />
      )}
      {!dashboard.value && !dashboard.failure && <Loading what="the figures" />}
    </>
  );
}

interface PeopleAndRecordsProps {
  total: number;
  reloadDashboard: () => void;
}

function PeopleAndRecords({ total, reloadDashboard }: PeopleAndRecordsProps) {
  const people = usePeople();
  const [opened, setOpened] = useState<Opened>();
  const [lastOpened, setLastOpened] = useState<AccountId>();
  const { refresh } = people;
  const onChanged = useCallback(
    (accountId: AccountId) => {
      void refresh(accountId);
      reloadDashboard();
    },
    [refresh, reloadDashboard],
  );
  const open = (accountId: AccountId, task: PersonTask) => {
    setLastOpened(accountId);
    setOpened({ accountId, task });
  };
  return (
    <>
      {/* The tabs stay as they were while one person is shown. */}
      <div hidden={opened !== undefined}>
        <AdministrationTabs
          people={people}
          total={total}
          onOpen={open}
          returnTo={opened ? undefined : lastOpened}
        />
      </div>
      {opened && (
        <PersonPage
          key={opened.accountId}
          accountId={opened.accountId}
          task={opened.task}
          row={people.people.find((row) => row.accountId === opened.accountId)}
          onChanged={onChanged}
          onBack={() => setOpened(undefined)}
        />
      )}
    </>
  );
}
