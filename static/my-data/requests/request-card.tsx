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
import { t } from '../../shared/words/words';

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
  const { type, status, receivedOn, dueOn, extensionReason, restrictedAt } = request;
  return (
    <li className="card data-set" aria-label={wordOf(requestWords, type)}>
      <div className="data-set-title">
        <h3 className="title-xsmall">{wordOf(requestWords, type)}</h3>
        <span className="request-status" data-status={status}>
          {wordOf(statusWords, status)}
        </span>
      </div>
      <dl className="facts">
        <Fact name={t('requests.asked-on')}>{formatDay(receivedOn, viewer)}</Fact>
        <Maker request={request} />
        {status === 'open' && <Fact name={t('requests.due-by')}>{formatDay(dueOn, viewer)}</Fact>}
        {status === 'open' && extensionReason !== undefined && (
          <Fact name={t('requests.takes-longer')}>{wordOf(extensionWords, extensionReason)}</Fact>
        )}
        {request.correction && <AskedCorrectionFacts correction={request.correction} status={status} />}
        <Decision request={request} />
      </dl>
      {type === 'correction' && <p>{correctionWords(request)}</p>}
      {status === 'open' && restrictedAt !== undefined && <p>{t('requests.not-used')}</p>}
      {status === 'approved' && <p>{t('requests.begins-within-a-day')}</p>}
      {status === 'done' && restricting.includes(type) && <p>{t('requests.restricted')}</p>}
      {status === 'open' && (
        <div>
          <Button
            isLoading={busy}
            aria-label={t('requests.withdraw-this', { request: wordOf(requestWords, type) })}
            onClick={onWithdraw}
          >
            {t('requests.withdraw')}
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
      {madeBy !== undefined && <Fact name={t('requests.made-by')}>{wordOf(makerWords, madeBy)}</Fact>}
      {identified !== undefined && (
        <Fact name={t('requests.identified')}>{wordOf(identityWords, identified)}</Fact>
      )}
      {keptFor !== undefined && <Fact name={t('requests.kept-for')}>{t('requests.claims-alone')}</Fact>}
    </>
  );
}

/** What becomes of a correction. */
function correctionWords({ status, correction }: MyRequest): string | undefined {
  if (!correction) return t('requests.names-no-entry');
  if (status === 'open') return t('requests.corrected-if-approved');
  return status === 'done' ? t('requests.corrected') : undefined;
}

function Decision({ request }: { request: MyRequest }) {
  const viewer = useViewer();
  const { status, decidedAt, withdrawnBy, declineReason, keptUntil } = request;
  if (decidedAt === undefined) return null;
  return (
    <>
      <Fact name={t(status === 'withdrawn' ? 'requests.withdrawn-on' : 'requests.decided-on')}>
        {formatInstantDay(decidedAt, viewer)}
      </Fact>
      {withdrawnBy === 'administrator' && (
        <Fact name={t('requests.withdrawn-by')}>{t('requests.not-you')}</Fact>
      )}
      {declineReason !== undefined && (
        <Fact name={t('requests.reason')}>{wordOf(declineWords, declineReason)}</Fact>
      )}
      {keptUntil !== undefined && (
        <Fact name={t('requests.holds-until')}>{formatDay(keptUntil, viewer)}</Fact>
      )}
      {status === 'declined' && <Fact name={t('requests.what-you-can-do')}>{t('requests.complain')}</Fact>}
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
