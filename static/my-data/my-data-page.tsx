import { useCallback, useState } from 'react';
import type { JobView, Overview } from '../../src/contract';
import { call } from '../shared/call';
import { ExportPanel } from '../shared/export/export-panel';
import { isUnderWay, useExport } from '../shared/export/use-export';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { sayBriefly } from '../shared/say-done';
import { useLoaded } from '../shared/use-loaded';
import { t } from '../shared/words/words';
import { EraseDialog } from './erasure/erase-dialog';
import { ErasureRequested, type RequestedErasure } from './erasure/erasure-requested';
import { rememberErasure } from './erasure/remembered-erasure';
import { RunningErasure } from './erasure/running-erasure';
import { useErasureToShow } from './erasure/use-erasure-to-show';
import { MyDataTabs } from './my-data-tabs';
import { recordsOf } from './overview/records-of';
import { PageHeader, PageTitle } from './page-header';

/** What the app keeps about the asking person, and everything they can do about it. */
export function MyDataPage() {
  const load = useCallback(() => call('getOverview', {}), []);
  const overview = useLoaded(load);
  return (
    <main className="page">
      {overview.failure && !overview.value && <PageTitle />}
      {overview.failure && <FailureMessage failure={overview.failure} onRetry={overview.reload} />}
      {!overview.value && overview.busy && <Loading words={t('my-data.loading')} lines={8} />}
      {overview.value && <PageBody overview={overview.value} reload={overview.reload} />}
    </main>
  );
}

function PageBody({ overview, reload }: { overview: Overview; reload: () => void }) {
  const { accountId } = overview;
  const running = useExport({ accountId, fetchPage: fetchExportPage });
  const [asking, setAsking] = useState(false);
  const [requested, setRequested] = useState<RequestedErasure[]>([]);
  const latest = requested.at(-1);
  const { erasure, begin } = useErasureToShow(overview);
  const { records } = recordsOf(overview.dataSets);

  const started = (job: JobView, receiptCode: string) => {
    setAsking(false);
    rememberErasure({ jobId: job.id, receiptCode });
    begin({ job, receiptCode, justBegun: true });
    sayBriefly(`erasure ${job.id}`, t('my-data.begun'));
    reload();
  };
  const asked = (request: RequestedErasure) => {
    setAsking(false);
    setRequested([...requested, request]);
    reload();
  };
  return (
    <>
      <PageHeader
        overview={overview}
        exporting={isUnderWay(running)}
        onExport={() => void running.start()}
        onErase={() => setAsking(true)}
      />
      {!asking && <ExportPanel running={running} expected={records} />}
      {erasure && <RunningErasure key={erasure.job.id} erasure={erasure} onEnded={reload} />}
      {latest && <ErasureRequested key={latest.receiptCode} {...latest} />}
      <MyDataTabs
        overview={overview}
        reload={reload}
        asked={requested.length}
        exporting={running}
        onErase={() => setAsking(true)}
      />
      {asking && (
        <EraseDialog
          running={running}
          records={records}
          onStarted={started}
          onRequested={asked}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function fetchExportPage(after: string | undefined) {
  return call('exportPage', after === undefined ? {} : { after });
}
