import { usePersonName } from '../use-person-name';
import { ApproveDialog } from './approve-dialog';
import { ApproveErasureDialog } from './approve-erasure-dialog';
import { ApproveObjectionDialog } from './approve-objection-dialog';
import { CorrectDialog } from './correct-dialog';
import { DeclineDialog } from './decline-dialog';
import { ExtendDialog } from './extend-dialog';
import type { TaskDialogProps } from './task-dialog-props';

export type RequestTask = 'approve' | 'decline' | 'extend';

/** The question before a request is answered or its time extended. */
export function RequestDialog({ task, ...asked }: Omit<TaskDialogProps, 'name'> & { task: RequestTask }) {
  const { row } = asked;
  const props = { ...asked, name: usePersonName(row.accountId) };
  if (task === 'decline') return <DeclineDialog {...props} />;
  if (task === 'extend') return <ExtendDialog {...props} />;
  if (row.type === 'erasure') return <ApproveErasureDialog {...props} />;
  if (row.type === 'objection') return <ApproveObjectionDialog {...props} />;
  if (row.correction) return <CorrectDialog {...props} correction={row.correction} />;
  return <ApproveDialog {...props} type={row.type} />;
}
