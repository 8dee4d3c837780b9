import { useCallback } from 'react';
import type { RequestType } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewText } from '../../shared/erasure/preview-text';
import { useAction } from '../../shared/use-action';
import { useLoaded } from '../../shared/use-loaded';
import type { TaskDialogProps } from './request-dialog';

const words: Record<Exclude<RequestType, 'erasure'>, string> = {
  access:
    'You say that the person has been given access. They can also see and export all of it themselves, on My data.',
  portability:
    'You say that the person has been given a copy. They can also export it themselves, on My data.',
  correction: 'You say that what was wrong has been corrected.',
  restriction: 'The use of this data is restricted with it, until the person lifts that.',
  objection:
    'The use of this data is restricted with it, so that it is only kept, until the person lifts that. Decline it where compelling grounds weigh more.',
};

const erasureWords = (hasReceiptCode: boolean): string =>
  `The erasure begins at once and cannot be stopped. ${
    hasReceiptCode
      ? 'The person has the code of its receipt; you find the receipt under Erasures.'
      : 'Its receipt has no code. When it is done, save the receipt under Erasures, also for the person.'
  }`;

/** Grants a request; an erasure shows first what goes, and asks for a typed word. */
export function ApproveDialog({ row, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id, hasReceiptCode } = row;
  const { busy, failure, run } = useAction();
  const erases = type === 'erasure';
  const approve = async () => {
    const decision = { accountId, type, id, decision: 'approve' } as const;
    const decided = await run(() => call('decideRequest', decision));
    if (decided) onDone(erases ? 'Approved. The erasure has begun.' : 'The request is granted.', decided);
  };
  return (
    <ConfirmDialog
      title={erases ? 'Approve the erasure?' : 'Approve the request?'}
      verb="Approve"
      {...(erases ? { typed: 'ERASE', width: 'medium' as const } : { appearance: 'primary' as const })}
      busy={busy}
      failure={failure}
      onConfirm={() => void approve()}
      onCancel={onCancel}
    >
      <p>{type === 'erasure' ? erasureWords(hasReceiptCode) : words[type]}</p>
      {erases && <WhatGoes accountId={accountId} />}
    </ConfirmDialog>
  );
}

function WhatGoes({ accountId }: { accountId: string }) {
  const load = useCallback(() => call('previewErasureOf', { accountId }), [accountId]);
  const { value } = useLoaded(load);
  return value ? <PreviewText preview={value} /> : <p className="quiet">Counting what would go…</p>;
}
