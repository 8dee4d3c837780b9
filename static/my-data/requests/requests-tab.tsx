import { useCallback, useState } from 'react';
import type { MyRequest, Overview } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Loading } from '../../shared/loading';
import { useLoaded } from '../../shared/use-loaded';
import { AskForm } from './ask-form';
import { RequestCard } from './request-card';
import './requests.css';

const load = () => call('listMyRequests', {});

interface RequestsTabProps {
  overview: Overview;
  onChanged: () => void;
}

/** What one asked the administrators for, how that stands, and a way to ask for more. */
export function RequestsTab({ overview, onChanged }: RequestsTabProps) {
  const { value, failure, reload } = useLoaded(load);
  const held = overview.dataSets.length > 0;
  const changed = useCallback(() => {
    reload();
    onChanged();
  }, [reload, onChanged]);
  return (
    <div className="sections">
      <section className="stack" aria-labelledby="requests-title">
        <h2 className="title-small" id="requests-title">
          Your requests
        </h2>
        {failure && <FailureMessage failure={failure} onRetry={reload} />}
        {!value && !failure && <Loading what="your requests" />}
        {value?.requests.length === 0 && <p>You have not asked the administrators for anything.</p>}
        {value && value.requests.length > 0 && <Requests requests={value.requests} onChanged={changed} />}
      </section>
      {held && <AskForm pending={(value?.requests ?? []).filter(isPending)} onAsked={changed} />}
    </div>
  );
}

const isPending = ({ status }: MyRequest): boolean => status === 'open' || status === 'approved';

function Requests({ requests, onChanged }: { requests: readonly MyRequest[]; onChanged: () => void }) {
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const withdraw = async ({ type, id }: MyRequest) => {
    setBusy(id);
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
