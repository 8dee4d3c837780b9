import Button from '@atlaskit/button/new';
import { useCallback, useState } from 'react';
import type { MyRequest, Overview } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Loading } from '../../shared/loading';
import { t } from '../../shared/words/words';
import { AskForm } from './ask-form';
import { RequestCard } from './request-card';
import { useMyRequests } from './use-my-requests';
import './requests.css';

interface RequestsTabProps {
  overview: Overview;
  onChanged: () => void;
}

/** What one asked the administrators for, how that stands, and a way to ask for more. */
export function RequestsTab({ overview, onChanged }: RequestsTabProps) {
  const { requests, failure, reload, toEarlier, earlier } = useMyRequests();
  const held = overview.dataSets.length > 0;
  const changed = useCallback(() => {
    reload();
    onChanged();
  }, [reload, onChanged]);
  return (
    <div className="sections">
      <section className="stack" aria-labelledby="requests-title">
        <h2 className="title-small" id="requests-title">
          {t('requests.title')}
        </h2>
        {failure && <FailureMessage failure={failure} onRetry={reload} />}
        {!requests && !failure && <Loading words={t('requests.loading')} />}
        {requests?.length === 0 && <p>{t('requests.none')}</p>}
        {requests && requests.length > 0 && <Requests requests={requests} onChanged={changed} />}
        {earlier.failure && <FailureMessage failure={earlier.failure} />}
        {toEarlier && (
          <div>
            <Button isLoading={earlier.busy} onClick={toEarlier}>
              {t('requests.earlier')}
            </Button>
          </div>
        )}
      </section>
      {held && <AskForm pending={(requests ?? []).filter(isPending)} onAsked={changed} />}
    </div>
  );
}

const isPending = ({ status }: MyRequest): boolean => status === 'open' || status === 'approved';

function Requests({ requests, onChanged }: { requests: readonly MyRequest[]; onChanged: () => void }) {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const withdraw = async ({ type, id }: MyRequest) => {
    setBusy(id);
    setFailure(undefined);
    const answer = await call('withdrawRequest', { type, id });
    setBusy(undefined);
    setFailure(isFailure(answer) ? answer : undefined);
    onChanged();
  };
  return (
    <>
      {failure && <FailureMessage failure={failure} />}
      <ul className="cards">
        {requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            busy={busy === request.id}
            onWithdraw={() => void withdraw(request)}
          />
        ))}
      </ul>
    </>
  );
}
