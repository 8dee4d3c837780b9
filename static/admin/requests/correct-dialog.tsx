import type { AskedCorrection } from '../../../src/contract';
import { AskedCorrectionFacts } from '../../shared/asked-correction';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import '../../shared/facts.css';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';

/** Approves a correction: what the entry says and what is asked for, before it is carried out. */
export function CorrectDialog(props: TaskDialogProps & { correction: AskedCorrection }) {
  const { correction, row, name, onCancel } = props;
  const approval = useApprove(props, 'Approved. The entry is corrected.');
  return (
    <ConfirmDialog
      title={`Correct the entry of ${name}?`}
      verb="Correct the entry"
      appearance="primary"
      {...approval}
      onCancel={onCancel}
    >
      <dl className="facts">
        <AskedCorrectionFacts correction={correction} status={row.status} />
      </dl>
      <p>The totals of its days change with it. The person reads that you did this.</p>
    </ConfirmDialog>
  );
}
