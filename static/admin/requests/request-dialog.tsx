import type { DecidedRequest, RequestRow } from '../../../src/contract';
import { ApproveDialog } from './approve-dialog';
import { DeclineDialog } from './decline-dialog';
import { ExtendDialog } from './extend-dialog';

export type RequestTask = 'approve' | 'decline' | 'extend';

export interface TaskDialogProps {
  row: RequestRow;
  /** With what to say of it. */
  onDone: (said: string, answer?: DecidedRequest) => void;
  onCancel: () => void;
}

const dialogs = { approve: ApproveDialog, decline: DeclineDialog, extend: ExtendDialog };

export function RequestDialog({ task, ...props }: TaskDialogProps & { task: RequestTask }) {
  const Dialog = dialogs[task];
  return <Dialog {...props} />;
}
