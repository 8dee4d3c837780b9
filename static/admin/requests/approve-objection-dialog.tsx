import { useId, useState } from 'react';
import type { ObjectionOutcome } from '../../../src/contract';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { outcomeWords } from '../../shared/request-words';
import { wordOf } from '../../shared/word-of';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';

const outcomes = Object.keys(outcomeWords) as ObjectionOutcome[];

/** Approves an objection: the data is erased, or kept for legal claims alone. */
export function ApproveObjectionDialog(props: TaskDialogProps) {
  const { name, onCancel } = props;
  const id = useId();
  const [outcome, setOutcome] = useState<ObjectionOutcome>();
  const said =
    outcome === 'erase'
      ? 'Approved. The erasure has begun.'
      : 'Approved. The data is kept for legal claims alone.';
  const approval = useApprove(props, said, outcome);
  return (
    <ConfirmDialog
      title={`Approve the objection of ${name}?`}
      verb="Approve"
      {...(outcome === 'erase' ? { typed: 'ERASE' } : { appearance: 'primary' as const })}
      ready={outcome !== undefined}
      {...approval}
      onCancel={onCancel}
    >
      <p>Decline it where compelling grounds weigh more. The person reads what becomes of the data.</p>
      <fieldset className="stack-tight">
        <legend className="title-xsmall">What becomes of the data?</legend>
        {outcomes.map((value) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={outcome === value}
              onChange={() => setOutcome(value)}
            />
            {wordOf(outcomeWords, value)}
          </label>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}
