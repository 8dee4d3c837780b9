import type { ObjectionOutcome } from '../../../src/contract';
import { call } from '../../shared/call';
import { useAction } from '../../shared/use-action';
import type { TaskDialogProps } from './task-dialog-props';

/** Approves a request and says so; of an objection with what becomes of the data. */
export function useApprove({ row, onDone }: TaskDialogProps, said: string, outcome?: ObjectionOutcome) {
  const { accountId, type, id } = row;
  const { busy, failure, run, corrects } = useAction();
  const approve = async () => {
    const chosen = outcome && { outcome };
    const decision = { accountId, type, id, decision: 'approve', ...chosen } as const;
    if (await run(() => call('decideRequest', decision))) onDone(said);
  };
  return { busy, failure, corrects, onConfirm: () => void approve() };
}
