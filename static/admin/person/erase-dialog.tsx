import { useState } from 'react';
import type { ErasureOf, JobView } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { useAction } from '../../shared/use-action';
import { t } from '../../shared/words/words';
import { PreviewOf, usePreviewOf } from '../preview-of';

interface EraseDialogProps {
  of: ErasureOf;
  name: string;
  onErasing: (job: JobView, receiptCode: string) => void;
  onCancel: () => void;
}

/** Shows exactly what goes and what stays of somebody else, hands over the receipt code, and asks for a typed word. */
export function EraseDialog({ of, name, onErasing, onCancel }: EraseDialogProps) {
  const { accountId, reason } = of;
  const preview = usePreviewOf(of);
  const [receiptCode] = useState(makeReceiptCode);
  const { busy, failure, run } = useAction();
  const erase = async () => {
    const receiptHash = await hashReceiptCode(receiptCode);
    const job = await run(() =>
      call('erasePerson', { accountId, reason, receiptHash }, t('person.delete-unanswered')),
    );
    if (job) onErasing(job, receiptCode);
  };
  return (
    <ConfirmDialog
      title={t('person.delete-title', { name })}
      verb={t('my-data.delete-everything')}
      typed={t('my-data.type-delete')}
      width="medium"
      ready={preview.value !== undefined}
      busy={busy}
      failure={failure}
      onConfirm={() => void erase()}
      onCancel={onCancel}
    >
      <PreviewOf preview={preview} name={name} />
      <ReceiptCode code={receiptCode} of={{ accountId, name }} />
    </ConfirmDialog>
  );
}
