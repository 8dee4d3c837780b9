import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
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

/** A deletion makes lists old that are shown, also where this page did not see it run. */
const deletionIn = ({ erasing, marker }: Overview): string => erasing?.id ?? marker?.erasedAt ?? 'none';

/** What is new, and the tabs to which it leads. */
export function MyDataTabs({ overview, reload, asked, exporting, onErase }: MyDataTabsProps) {
  const { selected, open, openAt } = useTabs(tabs);
  const toNotice = () => open('notice');
  const deletion = deletionIn(overview);
  // What is asked for in one of these tabs is shown in the other.
  const entries = useCount(reload);
  const requests = useCount(reload);
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
          <EntriesTab
            key={`${deletion} ${requests.count}`}
            overview={overview}
            onChanged={entries.more}
            onErase={onErase}
          />
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
          <RequestsTab
            key={`${deletion} ${asked} ${entries.count}`}
            overview={overview}
            onChanged={requests.more}
          />
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

/** How often something was changed, and what to do after each time. */
function useCount(after: () => void) {
  const [count, setCount] = useState(0);
  const more = useCallback(() => {
    setCount((before) => before + 1);
    after();
  }, [after]);
  return { count, more };
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
