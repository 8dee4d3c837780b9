import type { RequestRow } from '../../../src/contract';

export interface TaskDialogProps {
  row: RequestRow;
  /** Whose request it is. */
  name: string;
  /** With what to say of it. */
  onDone: (said: string) => void;
  onCancel: () => void;
}
