import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { AccountId, Dashboard } from '../../src/contract';
import { useTabs } from '../shared/use-place';
import { Loading } from '../shared/loading';
import { PeopleTab } from './people/people-tab';
import type { PeopleList } from './people/use-people';
import type { OpenPersonPage } from './person/use-opened';
import { t } from '../shared/words/words';

const ErasuresTab = lazy(() => import('./erasures/erasures-tab'));
const ReportingTab = lazy(() => import('./reporting/reporting-tab'));
const RequestsTab = lazy(() => import('./requests/requests-tab'));
const SettingsTab = lazy(() => import('./settings/settings-tab'));
const WebhookTab = lazy(() => import('./webhook/webhook-tab'));
const AuditTab = lazy(() => import('./audit/audit-tab'));
const ProcessingTab = lazy(() => import('./processing/processing-tab'));
const NoticeTab = lazy(() => import('./notice/notice-tab'));

interface AdministrationTabsProps {
  people: PeopleList;
  counted: Dashboard;
  onOpen: OpenPersonPage;
  /** Of these people something changed that the lists and the figures show. */
  onChanged: (accountIds: readonly AccountId[]) => void;
  /** The figures are read again: a tab was opened, or settings were saved. */
  onLook: () => void;
  /** The person whose page was just left; the keyboard goes on at their row. */
  returnTo: AccountId | undefined;
}

/** As the address has them, in the order of the page. */
const TABS = [
  'people',
  'requests',
  'erasures',
  'reporting',
  'audit',
  'processing',
  'notice',
  'settings',
  'webhook',
] as const;

export type TabName = (typeof TABS)[number];

export function AdministrationTabs(props: AdministrationTabsProps) {
  const { selected, openAt } = useTabs(TABS);
  const visits = useVisits(selected, props.onLook);
  return (
    <Tabs id="administration" selected={selected} onChange={openAt}>
      <TabList>
        {TABS.map((tab) => (
          <Tab key={tab}>{t(`admin.tab-${tab}`)}</Tab>
        ))}
      </TabList>
      <Panel>
        <PeopleTab {...props} onErased={props.onChanged} />
      </Panel>
      <Panel>
        <RequestsTab
          key={visits}
          onChanged={props.onChanged}
          onOpen={props.onOpen}
          returnTo={props.returnTo}
        />
      </Panel>
      <Panel>
        <ErasuresTab key={visits} running={props.counted.runningErasures.least} />
      </Panel>
      <Panel>
        <ReportingTab key={visits} onOpen={props.onOpen} gone={props.people.gone} returnTo={props.returnTo} />
      </Panel>
      <Panel>
        <AuditTab key={visits} />
      </Panel>
      <Panel>
        <ProcessingTab />
      </Panel>
      <Panel>
        <NoticeTab key={visits} />
      </Panel>
      <Panel>
        <SettingsTab onSaved={props.onLook} />
      </Panel>
      <Panel>
        <WebhookTab key={visits} onErased={props.onChanged} onSaved={props.onLook} />
      </Panel>
    </Tabs>
  );
}

/** What an administrator does on one tab is recorded on another, which is read anew each time it is opened. */
function useVisits(tab: number, onLook: () => void): number {
  const [seen, setSeen] = useState({ tab, visits: 0 });
  if (seen.tab !== tab) setSeen({ tab, visits: seen.visits + 1 });
  const { visits } = seen;
  useEffect(() => {
    if (visits > 0) onLook();
  }, [visits, onLook]);
  return visits;
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <TabPanel>
      <div className="tab-content">
        <Suspense fallback={<Loading words={t('my-data.loading-tab')} />}>{children}</Suspense>
      </div>
    </TabPanel>
  );
}
