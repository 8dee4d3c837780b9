import type { RequestType } from '../../../src/contract';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { AnswerOutside } from './answer-outside';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';

/** What is approved with nothing to choose. */
type GrantedType = Exclude<RequestType, 'erasure' | 'objection'>;

const words = {
  access: 'requests.approve-access',
  portability: 'requests.approve-portability',
  correction: 'requests.approve-correction',
  restriction: 'requests.approve-restriction',
} as const satisfies Record<GrantedType, Key>;

/** Approves a request that erases nothing. */
export function ApproveDialog(props: TaskDialogProps & { type: GrantedType }) {
  const { type, row, name, onCancel } = props;
  const approval = useApprove(props, t('requests.approve-done'));
  return (
    <ConfirmDialog
      title={t('requests.approve-title', { name })}
      verb={t('requests.do-approve')}
      appearance="primary"
      {...approval}
      onCancel={onCancel}
    >
      <p>{wordOf(words, type)}</p>
      <AnswerOutside row={row} />
    </ConfirmDialog>
  );
}
