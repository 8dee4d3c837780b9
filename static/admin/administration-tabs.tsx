import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, type ReactNode } from 'react';
import type { AccountId } from '../../src/contract';
import { Loading } from './loading';
import { PeopleTab } from './people/people-tab';
import type { PeopleList } from './people/use-people';
import type { PersonTask } from './person';

const AuditTab = lazy(() => import('./audit/audit-tab'));
const ProcessingTab = lazy(() => import('./processing/processing-tab'));
const NoticeTab = lazy(() => import('./notice/notice-tab'));

interface AdministrationTabsProps {
  people: PeopleList;
  total: number;
  onOpen: (accountId: AccountId, task: PersonTask) => void;
  /** The person whose page was just left; the keyboard goes on at their row. */
  returnTo: AccountId | undefined;
}

export function AdministrationTabs(props: AdministrationTabsProps) {
  return (
    <Tabs id="administration">
      <TabList>
        <Tab>People</Tab>
        <Tab>Audit log</Tab>
        <Tab>Record of processing</Tab>
        <Tab>Notice</Tab>
      </TabList>
      <Panel>
        <PeopleTab {...props} />
      </Panel>
      <Panel>
        <AuditTab />
      </Panel>
      <Panel>
        <ProcessingTab />
      </Panel>
      <Panel>
        <NoticeTab />
      </Panel>
    </Tabs>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <TabPanel>
      <div className="tab-content">
        <Suspense fallback={<Loading what="this tab" />}>{children}</Suspense>
      </div>
    </TabPanel>
  );
}
