import { useId, useState } from 'react';
import type { DeclineReason } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { declineWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import { useUnread } from '../../shared/use-unread';
import { wordOf } from '../../shared/word-of';
import { declineReasonsFor, hasEndDate } from './decline-reasons';
import type { TaskDialogProps } from './task-dialog-props';

/** Declines a request with a reason that fits it and, where that ends, the day until which it holds: the person reads both. */
export function DeclineDialog({ row, name, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id } = row;
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [keptUntil, setKeptUntil] = useState('');
  const { busy, failure, run } = useAction();
  const ends = reason !== '' && hasEndDate(reason);
  const decline = async () => {
    if (reason === '') return;
    const until = ends ? { keptUntil } : {};
    const decision = { accountId, type, id, decision: 'decline', reason, ...until } as const;
    if (await run(() => call('decideRequest', decision)))
      onDone(`The request is declined. The person sees the reason${ends ? ' and the end date' : ''}.`);
  };
  return (
    <ConfirmDialog
      title={`Decline the request of ${name}?`}
      verb="Decline"
      appearance="primary"
      width="medium"
      ready={reason !== '' && (!ends || keptUntil !== '')}
      busy={busy}
      failure={failure}
      onConfirm={() => void decline()}
      onCancel={onCancel}
    >
      <p>The person reads the reason, and that they can complain about it.</p>
      <ReasonField reasons={declineReasonsFor(row)} reason={reason} onReason={setReason} />
      {ends && (
        <EndField value={keptUntil} error={failure?.error.fields?.['keptUntil']} onChange={setKeptUntil} />
      )}
    </ConfirmDialog>
  );
}

interface ReasonFieldProps {
  reasons: readonly DeclineReason[];
  reason: DeclineReason | '';
  onReason: (reason: DeclineReason | '') => void;
}

function ReasonField({ reasons, reason, onReason }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>Reason</label>
      <select id={id} value={reason} onChange={(event) => onReason(event.target.value as DeclineReason | '')}>
        <option value="">Choose a reason</option>
        {reasons.map((value) => (
          <option key={value} value={value}>
            {wordOf(declineWords, value)}
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
  const { unread, watch } = useUnread(value);
  const wrong = error ?? unread;
  return (
    <div className="form-field">
      <label htmlFor={id}>Holds until</label>
      <input
        id={id}
        type="date"
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        {...watch}
      />
      <p id={`${id}-note`} className={wrong === undefined ? 'small quiet' : 'small field-error'}>
        {wrong ?? 'The last day on which the law has you keep it, or the claim can be made.'}
      </p>
    </div>
  );
}
