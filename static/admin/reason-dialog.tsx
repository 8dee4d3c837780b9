import { useState, type ReactNode } from 'react';
import type { AuditReason } from '../../src/contract';
import { ConfirmDialog } from '../shared/confirm-dialog';
import type { Failure } from '../shared/failure';
import { useAction } from '../shared/use-action';
import { ReasonChoice } from './reason-choice';

interface ReasonDialogProps<Reason, Answer> {
  title: string;
  verb: string;
  /** What will happen. */
  children: ReactNode;
  question: string;
  reasons: readonly Reason[];
  act: (reason: Reason) => Promise<Answer | Failure>;
  onDone: (answer: Answer) => void;
  onCancel: () => void;
}

/** A dialog that asks for a reason before something is done, and does it for that reason. */
export function ReasonDialog<Reason extends AuditReason, Answer extends object>({
  children,
  question,
  reasons,
  act,
  onDone,
  ...dialog
}: ReasonDialogProps<Reason, Answer>) {
  const [reason, setReason] = useState<Reason>();
  const { busy, failure, run, corrects } = useAction();
  const confirm = async () => {
    const answer = reason && (await run(() => act(reason)));
    if (answer) onDone(answer);
  };
  return (
    <ConfirmDialog
      {...dialog}
      appearance="primary"
      width="medium"
      ready={reason !== undefined}
      busy={busy}
      failure={failure}
      onConfirm={() => void confirm()}
    >
      {children}
      <ReasonChoice question={question} reasons={reasons} reason={reason} onChosen={corrects(setReason)} />
    </ConfirmDialog>
  );
}
