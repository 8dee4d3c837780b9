import { useState } from 'react';
import type { AccessReason, AccountId } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { useAction } from '../../shared/use-action';
import { ReasonChoice } from '../reason-choice';

interface DismissDialogProps {
  accountId: AccountId;
  name: string;
  onDone: () => void;
  onCancel: () => void;
}

/** An administrator's no to what the webhook announced. */
export default function DismissDialog({ accountId, name, onDone, onCancel }: DismissDialogProps) {
  const [reason, setReason] = useState<AccessReason>();
  const { busy, failure, run } = useAction();
  const dismiss = async () => {
    if (reason && (await run(() => call('dismissAnnounced', { accountId, reason })))) onDone();
  };
  return (
    <ConfirmDialog
      title="Dismiss the announcement?"
      verb="Dismiss"
      appearance="primary"
      width="medium"
      ready={reason !== undefined}
      busy={busy}
      failure={failure}
      onConfirm={() => void dismiss()}
      onCancel={onCancel}
    >
      <p>
        {name} is not erased on the webhook’s word. The restriction that came with it is lifted, unless a
        request to erase from the webhook is open. A restriction that the person or an administrator set
        stays. If Atlassian says that the account is closed, it is erased all the same.
      </p>
      <ReasonChoice question="Why do you dismiss it?" reason={reason} onChosen={setReason} />
    </ConfirmDialog>
  );
}
