import { useState } from 'react';
import type { AccessReason, UndoRequest } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { useAction } from '../../shared/use-action';
import { ReasonChoice } from '../reason-choice';

interface UndoDialogProps {
  asked: UndoRequest;
  /** What it comes to, a sentence for each part. */
  words: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}

/** Asks before what the webhook did is undone. */
export default function UndoDialog({ asked, words, onDone, onCancel }: UndoDialogProps) {
  const [reason, setReason] = useState<AccessReason>();
  const { busy, failure, run } = useAction();
  const undo = async () => {
    if (reason && (await run(() => call('undoWebhook', { ...asked, reason })))) onDone();
  };
  return (
    <ConfirmDialog
      title="Undo what the webhook did?"
      verb="Undo"
      appearance="primary"
      width="medium"
      ready={reason !== undefined}
      busy={busy}
      failure={failure}
      onConfirm={() => void undo()}
      onCancel={onCancel}
    >
      <ul className="points">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        The app does this person by person, which takes some minutes for hundreds of people. Each of them sees
        it on their My data page, with the day and the reason.
      </p>
      <ReasonChoice question="Why do you undo it?" reason={reason} onChosen={setReason} />
    </ConfirmDialog>
  );
}
