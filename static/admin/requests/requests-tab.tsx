import { useCallback, useState } from 'react';
import type {
  AccountId,
  DecidedRequest,
  ListedRequest,
  RequestRow,
  RequestStatus,
} from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { statusWords } from '../../shared/request-words';
import { Loading } from '../loading';
import { PageButtons } from '../page-buttons';
import { usePages } from '../use-pages';
import { RequestDialog, type RequestTask } from './request-dialog';
import './requests.css';
import { RequestsTable } from './requests-table';
import { StatusPicker } from './status-picker';

interface Asked {
  row: RequestRow;
  task: RequestTask;
}

/** What people asked for, the one that is due first at the top, to be decided or extended. */
export default function RequestsTab({ onErased }: { onErased: (accountIds: readonly AccountId[]) => void }) {
  const [status, setStatus] = useState<RequestStatus>('open');
  const load = useCallback(
    (place: { after?: string }) => call('listRequests', { status, limit: 50, ...place }),
    [status],
  );
  const pages = usePages(load);
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const open = useCallback((row: RequestRow, task: RequestTask) => setAsked({ row, task }), []);
  const decided = (words: string, answer?: DecidedRequest) => {
    setAsked(undefined);
    setSaid(words);
    pages.reload();
    if (answer?.job) onErased([answer.request.accountId]);
  };
  return (
    <section className="stack" aria-labelledby="requests-title">
      <h2 className="title-small" id="requests-title">
        Requests
      </h2>
      <p className="quiet readable">
        What people asked your organisation to do with their data. The law gives a month to answer, and two
        months more where you say within the first why it takes longer.
      </p>
      <StatusPicker status={status} onStatus={setStatus} />
      <p role="status">{said}</p>
      {pages.failure && <FailureMessage failure={pages.failure} onRetry={pages.reload} />}
      {!pages.value && !pages.failure && <Loading what="the requests" />}
      {pages.value && <Requests requests={pages.value.requests} status={status} onTask={open} />}
      <PageButtons
        label="Pages of requests"
        previous="Previous"
        next="Next"
        busy={pages.busy}
        onPrevious={pages.toPrevious}
        onNext={pages.toNext}
      >
        Page {pages.page}
      </PageButtons>
      {asked && <RequestDialog {...asked} onDone={decided} onCancel={() => setAsked(undefined)} />}
    </section>
  );
}

interface RequestsProps {
  requests: readonly ListedRequest[];
  status: RequestStatus;
  onTask: (row: RequestRow, task: RequestTask) => void;
}

function Requests({ requests, status, onTask }: RequestsProps) {
  if (requests.length > 0) return <RequestsTable requests={requests} onTask={onTask} />;
  if (status === 'open') {
    return (
      <Message tone="info" title="No request waits for an answer">
        People make requests on their My data page. They appear here, the one that is due first at the top.
      </Message>
    );
  }
  return <p>No request is in the state “{statusWords[status]}”.</p>;
}
