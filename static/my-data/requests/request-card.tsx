import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { MyRequest, RequestType } from '../../../src/contract';
import { AskedCorrectionFacts } from '../../shared/asked-correction';
import { formatDay, formatInstantDay } from '../../shared/dates';
import {
  declineWords,
  extensionWords,
  identityWords,
  makerWords,
  requestWords,
  statusWords,
} from '../../shared/request-words';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';

interface RequestCardProps {
  request: MyRequest;
  busy: boolean;
  onWithdraw: () => void;
}

/** What is restricted when it is approved. */
const restricting: readonly RequestType[] = ['restriction', 'objection'];

/** One request: how it stands, until when it is answered, and the decision with its reason and end date. */
export function RequestCard({ request, busy, onWithdraw }: RequestCardProps) {
  const viewer = useViewer();
  const { type, status, receivedOn, dueOn, extensionReason } = request;
  return (
    <li className="card data-set" aria-label={wordOf(requestWords, type)}>
      <div className="data-set-title">
        <h3 className="title-xsmall">{wordOf(requestWords, type)}</h3>
        <span className="request-status" data-status={status}>
          {wordOf(statusWords, status)}
        </span>
      </div>
      <dl className="facts">
        <Fact name="Asked on">{formatDay(receivedOn, viewer)}</Fact>
        <Maker request={request} />
        {status === 'open' && <Fact name="Answer due by">{formatDay(dueOn, viewer)}</Fact>}
        {status === 'open' && extensionReason !== undefined && (
          <Fact name="Takes longer">{wordOf(extensionWords, extensionReason)}</Fact>
        )}
        {request.correction && <AskedCorrectionFacts correction={request.correction} status={status} />}
        <Decision request={request} />
      </dl>
      {type === 'correction' && <p>{correctionWords(request)}</p>}
      {status === 'approved' && <p>The erasure begins within a day, and this request goes with it.</p>}
      {status === 'done' && restricting.includes(type) && (
        <p>
          The use of your data was restricted with it. On Overview you see whether it still is, and can lift
          it.
        </p>
      )}
      {status === 'open' && (
        <div>
          <Button
            isLoading={busy}
            aria-label={`Withdraw the request: ${wordOf(requestWords, type)}`}
            onClick={onWithdraw}
          >
            Withdraw
          </Button>
        </div>
      )}
    </li>
  );
}

/** Who handed it in, where that was not the person, and what becomes of the data to whose use they objected. */
function Maker({ request: { madeBy, identified, keptFor } }: { request: MyRequest }) {
  return (
    <>
      {madeBy !== undefined && <Fact name="Handed in by">{wordOf(makerWords, madeBy)}</Fact>}
      {identified !== undefined && (
        <Fact name="How they know that it was you">{wordOf(identityWords, identified)}</Fact>
      )}
      {keptFor !== undefined && <Fact name="Kept for">Legal claims alone</Fact>}
    </>
  );
}

/** What becomes of a correction. */
function correctionWords({ status, correction }: MyRequest): string | undefined {
  if (!correction)
    return 'This request named no entry, so nothing is changed by itself. To name one, ask in its row.';
  if (status === 'open') return 'If an administrator approves it, the entry is corrected at the same moment.';
  return status === 'done' ? 'An administrator approved it, and the entry was corrected.' : undefined;
}

function Decision({ request }: { request: MyRequest }) {
  const viewer = useViewer();
  const { status, decidedAt, withdrawnBy, declineReason, keptUntil } = request;
  if (decidedAt === undefined) return null;
  return (
    <>
      <Fact name={status === 'withdrawn' ? 'Withdrawn on' : 'Decided on'}>
        {formatInstantDay(decidedAt, viewer)}
      </Fact>
      {withdrawnBy === 'administrator' && <Fact name="Withdrawn by">An administrator, not you</Fact>}
      {declineReason !== undefined && <Fact name="Reason">{wordOf(declineWords, declineReason)}</Fact>}
      {keptUntil !== undefined && <Fact name="Holds until">{formatDay(keptUntil, viewer)}</Fact>}
      {status === 'declined' && (
        <Fact name="What you can do">
          Ask again, or complain to your data protection authority or to a court.
        </Fact>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
