import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewOf, usePreviewOf } from '../preview-of';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';

const words = (hasReceiptCode: boolean): string =>
  `The erasure begins at once and cannot be stopped. ${
    hasReceiptCode
      ? 'The person has the code of its receipt; you find the receipt under Erasures.'
      : 'Its receipt has no code. When it is done, save the receipt under Erasures, also for the person.'
  }`;

/** Approves an erasure: shows first what goes, and asks for a typed word. */
export function ApproveErasureDialog(props: TaskDialogProps) {
  const { row, name, onCancel } = props;
  const preview = usePreviewOf({ accountId: row.accountId, reason: 'person-asked' });
  const approval = useApprove(props, 'Approved. The erasure has begun.');
  return (
    <ConfirmDialog
      title={`Approve the erasure of ${name}?`}
      verb="Approve"
      typed="ERASE"
      width="medium"
      ready={preview.value !== undefined}
      {...approval}
      onCancel={onCancel}
    >
      <p>{words(row.hasReceiptCode)}</p>
      <PreviewOf preview={preview} name={name} />
    </ConfirmDialog>
  );
}
