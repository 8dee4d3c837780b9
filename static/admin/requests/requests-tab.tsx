import { useCallback, useState } from 'react';
import type { AccountId, ListedRequest, RequestRow, RequestStatus } from '../../../src/contract';
import { call } from '../../shared/call';
import { Message } from '../../shared/message';
import { statusWords } from '../../shared/request-words';
import { sayDone } from '../../shared/say-done';
import { useQueryOf } from '../../shared/use-place';
import { useFocusOn } from '../../shared/use-focus-on';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { RequestDialog, type RequestTask } from './request-dialog';
import './requests.css';
import { RequestsTable } from './requests-table';
import { StatusPicker } from './status-picker';
import { useAsked } from './use-asked';
import { wordOf } from '../../shared/word-of';

interface RequestsTabProps {
  /** Of these people something changed that the lists and the figures show. */
  onChanged: (accountIds: readonly AccountId[]) => void;
}

/** What people asked for, the one that is due first at the top, to be decided or extended. */
export default function RequestsTab({ onChanged }: RequestsTabProps) {
  const { search, narrow } = useQueryOf('requests');
  const status = statusOf(new URLSearchParams(search).get('status'));
  const load = useCallback(
    (place: { after?: string }) => call('listRequests', { status, limit: 50, ...place }),
    [status],
  );
  const pages = usePages(load);
  const { asked, ask, close, isLost } = useAsked(pages, status);
  const [latest, setLatest] = useState<RequestRow>();
  // The row of the button that was pressed goes.
  const heading = useFocusOn<HTMLHeadingElement>(latest);
  const show = (wanted: RequestStatus) => narrow({ status: wanted === 'open' ? undefined : wanted });
  const decided = (row: RequestRow, words: string) => {
    const { accountId, id } = row;
    close();
    setLatest(row);
    sayDone(id, words);
    pages.reload();
    onChanged([accountId]);
  };
  return (
    <TabSection
      id="requests-title"
      title="Requests"
      heading={heading}
      intro="What people asked your organisation to do with their data. You have a month to answer, at most 30 days, and two months more where you say within that time why it takes longer."
    >
      <StatusPicker status={status} onStatus={show} />
      <LoadState loaded={pages} what="the requests" />
      {isLost && (
        <Message tone="info" title="This request is not among these">
          The address stood for a request that was decided, withdrawn or deleted since. Show another state to
          find it.
        </Message>
      )}
      {pages.value && <Requests requests={pages.value.requests} status={status} onTask={ask} />}
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
      {asked && <RequestDialog {...asked} onDone={(words) => decided(asked.row, words)} onCancel={close} />}
    </TabSection>
  );
}

/** The state that an address names, else those that wait. */
const statusOf = (named: string | null): RequestStatus =>
  named !== null && Object.hasOwn(statusWords, named) ? (named as RequestStatus) : 'open';

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
  return <p>No request is in the state “{wordOf(statusWords, status)}”.</p>;
}
