import { useId, useState } from 'react';
import type { DeclineReason } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { declineWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import type { TaskDialogProps } from './task-dialog-props';

/** Declines a request with a reason from the list and the day until which that holds: the person reads both. */
export function DeclineDialog({ row, name, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id } = row;
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [keptUntil, setKeptUntil] = useState('');
  const { busy, failure, run } = useAction();
  const decline = async () => {
    if (reason === '') return;
    const decision = { accountId, type, id, decision: 'decline', reason, keptUntil } as const;
    if (await run(() => call('decideRequest', decision)))
      onDone('The request is declined. The person sees the reason and the end date.');
  };
  return (
    <ConfirmDialog
      title={`Decline the request of ${name}?`}
      verb="Decline"
      appearance="primary"
      width="medium"
      ready={reason !== '' && keptUntil !== ''}
      busy={busy}
      failure={failure}
      onConfirm={() => void decline()}
      onCancel={onCancel}
    >
      <p>The person reads the reason, until when it holds, and that they can complain about it.</p>
      <ReasonField reason={reason} onReason={setReason} />
      <EndField value={keptUntil} error={failure?.error.fields?.['keptUntil']} onChange={setKeptUntil} />
    </ConfirmDialog>
  );
}

interface ReasonFieldProps {
  reason: DeclineReason | '';
  onReason: (reason: DeclineReason | '') => void;
}

function ReasonField({ reason, onReason }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>Reason</label>
      <select id={id} value={reason} onChange={(event) => onReason(event.target.value as DeclineReason | '')}>
        <option value="">Choose a reason</option>
        {Object.entries(declineWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface EndFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function EndField({ value, error, onChange }: EndFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>Holds until</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={error === undefined ? 'small quiet' : 'small field-error'}>
        {error ?? 'For example the end of the period for which the law has you keep it.'}
      </p>
    </div>
  );
}
