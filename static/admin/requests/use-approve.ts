import { call } from '../../shared/call';
import { useAction } from '../../shared/use-action';
import type { TaskDialogProps } from './task-dialog-props';

/** Grants a request and says so. */
export function useApprove({ row, onDone }: TaskDialogProps, said: string) {
  const { accountId, type, id } = row;
  const { busy, failure, run } = useAction();
  const approve = async () => {
    const decision = { accountId, type, id, decision: 'approve' } as const;
    if (await run(() => call('decideRequest', decision))) onDone(said);
  };
  return { busy, failure, onConfirm: () => void approve() };
}
