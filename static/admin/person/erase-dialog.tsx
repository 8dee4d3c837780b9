import { useState } from 'react';
import type { JobView, OfPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { useAction } from '../../shared/use-action';
import { PreviewOf, usePreviewOf } from '../preview-of';

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
  const preview = usePreviewOf(of);
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
      failure={failure}
      onConfirm={() => void erase()}
      onCancel={onCancel}
    >
      <PreviewOf preview={preview} name={name} />
      <ReceiptCode code={receiptCode} whose="theirs" of={accountId} />
    </ConfirmDialog>
  );
}
