import { useCallback, useState } from 'react';
import type { JobView, OfPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewText } from '../../shared/erasure/preview-text';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { useAction } from '../../shared/use-action';
import { useLoaded } from '../../shared/use-loaded';

interface EraseDialogProps {
  of: OfPerson;
  name: string;
  onErasing: (job: JobView, receiptCode: string) => void;
  onCancel: () => void;
}

const notSure =
  'We could not tell whether the erasure has begun. Go back to the list of people: if the person is no longer there, it has. Otherwise try again.';

/** Shows exactly what goes and what stays of somebody else, hands over the receipt code, and asks for a typed word. */
export function EraseDialog({ of, name, onErasing, onCancel }: EraseDialogProps) {
  const { accountId, reason } = of;
  const load = useCallback(() => call('previewErasureOf', { accountId }), [accountId]);
  const preview = useLoaded(load);
  const [receiptCode] = useState(makeReceiptCode);
  const { busy, failure, run } = useAction();
  const erase = async () => {
    const receiptHash = await hashReceiptCode(receiptCode);
    const job = await run(() => call('erasePerson', { accountId, reason, receiptHash }, notSure));
    if (job) onErasing(job, receiptCode);
  };
  return (
    <ConfirmDialog
      title={`Erase everything about ${name}?`}
      verb="Erase everything"
      typed="ERASE"
      width="medium"
      ready={preview.value !== undefined}
      busy={busy}
      failure={failure ?? preview.failure}
      onConfirm={() => void erase()}
      onCancel={onCancel}
    >
      {preview.value && (
        <>
          <p className="quiet">These are the words that the person reads: “you” is {name}.</p>
          <PreviewText preview={preview.value} />
        </>
      )}
      {!preview.value && !preview.failure && <p className="quiet">Counting what would go…</p>}
      <ReceiptCode code={receiptCode} whose="theirs" />
    </ConfirmDialog>
  );
}
