import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Overview } from '../../src/contract';
import { OverviewTab } from './overview/overview-tab';

const EntriesTab = lazy(async () => ({ default: (await import('./entries-tab')).EntriesTab }));
const RequestsTab = lazy(async () => ({ default: (await import('./requests/requests-tab')).RequestsTab }));
const ReceiptsTab = lazy(async () => ({ default: (await import('./receipts-tab')).ReceiptsTab }));
const NoticeTab = lazy(async () => ({ default: (await import('./notice-tab')).NoticeTab }));

interface MyDataTabsProps {
  overview: Overview;
  reload: () => void;
  /** How often an erasure was asked for here: the list of requests is then read anew. */
  asked: number;
}

const noticeIndex = 3;

export function MyDataTabs({ overview, reload, asked }: MyDataTabsProps) {
  const [selected, setSelected] = useState(0);
  const held = overview.dataSets.length > 0;
  const unread = held && overview.notice.acknowledgedVersion !== overview.notice.version;
  return (
    <Tabs id="my-data" selected={selected} onChange={setSelected}>
      <TabList>
        <Tab>Overview</Tab>
        <Tab>Entries</Tab>
        <Tab>Requests</Tab>
        <Tab>{unread ? 'Privacy notice (new)' : 'Privacy notice'}</Tab>
        <Tab>Receipts</Tab>
      </TabList>
      <Panel>
        <OverviewTab overview={overview} reload={reload} toNotice={() => setSelected(noticeIndex)} />
      </Panel>
      <Panel>
        <EntriesTab overview={overview} onChanged={reload} />
      </Panel>
      <Panel>
        <RequestsTab key={asked} overview={overview} onChanged={reload} />
      </Panel>
      <Panel>
        <NoticeTab overview={overview} onAcknowledged={reload} />
      </Panel>
      <Panel>
        <ReceiptsTab />
      </Panel>
    </Tabs>
  );
}

function Panel({ children }: { children: ReactNode }) {
  return (
    <TabPanel>
      <div className="tab-content">
        <Suspense fallback={<p className="quiet">Loading…</p>}>{children}</Suspense>
      </div>
    </TabPanel>
  );
}
