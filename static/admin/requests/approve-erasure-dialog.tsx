import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewOf, usePreviewOf } from '../preview-of';
import { AnswerOutside } from './answer-outside';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';
import { t } from '../../shared/words/words';

/** Approves an erasure: shows first what goes, and asks for a typed word. */
export function ApproveErasureDialog(props: TaskDialogProps) {
  const { row, name, onCancel } = props;
  const preview = usePreviewOf({ accountId: row.accountId, reason: 'person-asked' });
  const approval = useApprove(props, t('requests.deletion-begun'));
  return (
    <ConfirmDialog
      title={t('requests.deletion-title', { name })}
      verb={t('requests.do-approve')}
      typed={t('my-data.type-delete')}
      width="medium"
      ready={preview.value !== undefined}
      {...approval}
      onCancel={onCancel}
    >
      <p>{t('requests.deletion-about', { code: row.hasReceiptCode ? 'yes' : 'no' })}</p>
      <AnswerOutside row={row} />
      <PreviewOf preview={preview} name={name} />
    </ConfirmDialog>
  );
}
