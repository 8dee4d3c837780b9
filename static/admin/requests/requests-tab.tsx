import { useCallback, useEffect, useState, useId } from 'react';
import type { AccountId, ListedRequest, RequestRow, RequestStatus } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { statusWords } from '../../shared/request-words';
import { sayDone } from '../../shared/say-done';
import { useQueryOf } from '../../shared/use-place';
import { useFocusOn } from '../../shared/use-focus-on';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import type { PersonTask } from '../person/person-task';
import type { OpenPersonPage } from '../person/use-opened';
import { useOpenPerson } from '../reporting/use-open-person';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { RequestDialog, type RequestTask } from './request-dialog';
import { RequestsTable } from './requests-table';
import { useAsked } from './use-asked';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import './requests.css';

interface RequestsTabProps {
  /** Of these people something changed that the lists and the figures show. */
  onChanged: (accountIds: readonly AccountId[]) => void;
  onOpen: OpenPersonPage;
  /** The person whose page was just left. */
  returnTo: AccountId | undefined;
}

/** What people asked for, the one that is due first at the top, to be decided or extended. */
export default function RequestsTab({ onChanged, onOpen, returnTo }: RequestsTabProps) {
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
  useEffect(() => {
    if (returnTo !== undefined) heading.current?.focus();
  }, [returnTo, heading]);
  const leading = useOpenPerson((row, to) => onOpen(row, to, statusIn(status)));
  const show = (wanted: RequestStatus) => narrow(statusIn(wanted));
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
      title={t('admin.tab-requests')}
      heading={heading}
      intro={t('requests.list-about')}
    >
      <StatusPicker status={status} onStatus={show} />
      <LoadState loaded={pages} words={t('requests.list-loading')} />
      {isLost && (
        <Message tone="info" title={t('requests.lost-title')}>
          {t('requests.lost')}
        </Message>
      )}
      {leading.failure && <FailureMessage failure={leading.failure} />}
      {pages.value && (
        <Requests requests={pages.value.requests} status={status} onTask={ask} onLead={leading.open} />
      )}
      <PageButtons
        label={t('requests.list-pages')}
        previous={t('common.previous')}
        next={t('common.next')}
        busy={pages.busy}
        onPrevious={pages.toPrevious}
        onNext={pages.toNext}
      >
        {t('common.page', { page: pages.page })}
      </PageButtons>
      {asked && <RequestDialog {...asked} onDone={(words) => decided(asked.row, words)} onCancel={close} />}
    </TabSection>
  );
}

const statusIn = (status: RequestStatus) => (status === 'open' ? {} : { status });

/** The state that an address names, else those that wait. */
const statusOf = (named: string | null): RequestStatus =>
  named !== null && Object.hasOwn(statusWords, named) ? (named as RequestStatus) : 'open';

interface RequestsProps {
  requests: readonly ListedRequest[];
  status: RequestStatus;
  onTask: (row: RequestRow, task: RequestTask) => void;
  onLead: (accountId: AccountId, task: PersonTask) => void;
}

function Requests({ requests, status, ...doing }: RequestsProps) {
  if (requests.length > 0) return <RequestsTable requests={requests} {...doing} />;
  if (status === 'open') {
    return (
      <Message tone="info" title={t('requests.none-waiting-title')}>
        {t('requests.none-waiting')}
      </Message>
    );
  }
  return <p>{t('requests.none-in-state', { state: wordOf(statusWords, status) })}</p>;
}

interface StatusPickerProps {
  status: RequestStatus;
  onStatus: (status: RequestStatus) => void;
}

/** Which requests are shown. */
function StatusPicker({ status, onStatus }: StatusPickerProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('requests.show')}</label>
      <select id={id} value={status} onChange={(event) => onStatus(event.target.value as RequestStatus)}>
        {Object.entries(statusWords).map(([value, words]) => (
          <option key={value} value={value}>
            {t(words)}
          </option>
        ))}
      </select>
    </div>
  );
}
