import { useId, useState } from 'react';
import type { ExtensionReason } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { formatDay } from '../../shared/dates';
import { extensionWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import type { TaskDialogProps } from './task-dialog-props';

/** Takes two months more to answer, with a reason that the person reads. */
export function ExtendDialog({ row, name, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id } = row;
  const viewer = useViewer();
  const selectId = useId();
  const [reason, setReason] = useState<ExtensionReason>('complex');
  const { busy, failure, run } = useAction();
  const extend = async () => {
    const extended = await run(() => call('extendRequest', { accountId, type, id, reason }));
    if (extended) onDone(`Extended. The answer is now due by ${formatDay(extended.dueOn, viewer)}.`);
  };
  return (
    <ConfirmDialog
      title={`Extend the time to answer ${name}?`}
      verb="Extend"
      appearance="primary"
      busy={busy}
      failure={failure}
      onConfirm={() => void extend()}
      onCancel={onCancel}
    >
      <p>
        You get two months more, once: three months from the receipt in all, at most 90 days. The person reads
        the reason.
      </p>
      <div className="form-field">
        <label htmlFor={selectId}>Reason</label>
        <select
          id={selectId}
          value={reason}
          onChange={(event) => setReason(event.target.value as ExtensionReason)}
        >
          {Object.entries(extensionWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </ConfirmDialog>
  );
}
