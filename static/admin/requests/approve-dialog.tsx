import type { RequestType } from '../../../src/contract';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';
import { wordOf } from '../../shared/word-of';

/** What is approved with nothing to choose. */
type GrantedType = Exclude<RequestType, 'erasure' | 'objection'>;

const words: Record<GrantedType, string> = {
  access:
    'You say that the person has been given access. They can also see and export all of it themselves, on My data.',
  portability:
    'You say that the person has been given a copy. They can also export it themselves, on My data.',
  correction: 'The request names no entry. You say that what was wrong has been corrected.',
  restriction:
    'The use of this data is restricted with it. The person can lift that; you can a week after they were told.',
};

/** Approves a request that erases nothing. */
export function ApproveDialog(props: TaskDialogProps & { type: GrantedType }) {
  const { type, name, onCancel } = props;
  const approval = useApprove(props, 'Approved.');
  return (
    <ConfirmDialog
      title={`Approve the request of ${name}?`}
      verb="Approve"
      appearance="primary"
      {...approval}
      onCancel={onCancel}
    >
      <p>{wordOf(words, type)}</p>
    </ConfirmDialog>
  );
}
