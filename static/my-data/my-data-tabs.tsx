import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Overview } from '../../src/contract';
import { isUnderWay, type useExport } from '../shared/export/use-export';
import { Loading } from '../shared/loading';
import { useTabs } from '../shared/use-place';
import { t } from '../shared/words/words';
import { NewsLines } from './news-lines';
import { OverviewTab } from './overview/overview-tab';

const EntriesTab = lazy(async () => ({ default: (await import('./entries-tab')).EntriesTab }));
const RequestsTab = lazy(async () => ({ default: (await import('./requests/requests-tab')).RequestsTab }));
const TransferTab = lazy(async () => ({ default: (await import('./transfer/transfer-tab')).TransferTab }));
const ReceiptsTab = lazy(async () => ({ default: (await import('./receipts-tab')).ReceiptsTab }));
const NoticeTab = lazy(async () => ({ default: (await import('./notice-tab')).NoticeTab }));

interface MyDataTabsProps {
  overview: Overview;
  reload: () => void;
  /** How often an erasure was asked for here: the list of requests is then read anew. */
  asked: number;
  exporting: ReturnType<typeof useExport>;
  onErase: () => void;
}

/** As the address has them, in the order of the page. */
const tabs = ['overview', 'entries', 'transfer', 'requests', 'notice', 'receipts'] as const;

/** What is new, and the tabs to which it leads. */
export function MyDataTabs({ overview, reload, asked, exporting, onErase }: MyDataTabsProps) {
  const { selected, open, openAt } = useTabs(tabs);
  const toNotice = () => open('notice');
  return (
    <>
      <NewsLines
        overview={overview}
        toNotice={toNotice}
        toRequests={() => open('requests')}
        toAccesses={() => open('overview')}
      />
      <Tabs id="my-data" selected={selected} onChange={openAt}>
        <TabList>
          <Tab>{t('my-data.tab-overview')}</Tab>
          <Tab>{t('my-data.tab-entries')}</Tab>
          <Tab>{t('my-data.tab-transfer')}</Tab>
          <Tab>{t('my-data.tab-requests')}</Tab>
          <Tab>{t('my-data.tab-notice')}</Tab>
          <Tab>{t('my-data.tab-receipts')}</Tab>
        </TabList>
        <Panel>
          <OverviewTab overview={overview} reload={reload} toNotice={toNotice} />
        </Panel>
        <Panel>
          <EntriesTab overview={overview} onChanged={reload} onErase={onErase} />
        </Panel>
        <Panel>
          <TransferTab
            overview={overview}
            isExporting={isUnderWay(exporting)}
            onExport={(portion) => void exporting.start(portion)}
            onImported={reload}
          />
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
    </>
  );
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
