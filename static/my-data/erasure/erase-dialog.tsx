import { useCallback, useState } from 'react';
import type { JobView } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewText } from '../../shared/erasure/preview-text';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { useLoaded } from '../../shared/use-loaded';

interface EraseDialogProps {
  onStarted: (job: JobView, receiptCode: string) => void;
  onClose: () => void;
}

/** Shows exactly what goes and what stays, hands over the receipt code, and asks for a typed word. */
export function EraseDialog({ onStarted, onClose }: EraseDialogProps) {
  const load = useCallback(() => call('previewErasure', {}), []);
  const preview = useLoaded(load);
  const [receiptCode] = useState(makeReceiptCode);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const erase = async () => {
    setBusy(true);
    const receiptHash = await hashReceiptCode(receiptCode);
    const answer = await call('eraseMyData', { receiptHash }, failed);
    setBusy(false);
    if (isFailure(answer)) setFailure(answer);
    else onStarted(answer, receiptCode);
  };
  return (
    <ConfirmDialog
      title="Delete everything about you?"
      verb="Delete everything"
      typed="DELETE"
      width="medium"
      ready={preview.value !== undefined}
      busy={busy}
      failure={failure ?? preview.failure}
      onConfirm={() => void erase()}
      onCancel={onClose}
    >
      {preview.value ? (
        <PreviewText preview={preview.value} />
      ) : (
        <p className="quiet">Counting what would go…</p>
      )}
      <ReceiptCode code={receiptCode} whose="yours" />
    </ConfirmDialog>
  );
}

const failed =
  'We could not tell whether the deletion has begun. Reload the page: if it has, you see it there. Otherwise try again.';
