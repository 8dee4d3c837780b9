import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Day } from '../../../src/contract';
import { cellBeside, idOf, isSame, type Cell, type Step } from './cells';

export interface OpenCellState {
  isOpen: (cell: Cell) => boolean;
  /** What was typed on the cell, which opened it. */
  typed: string | undefined;
  open: (cell: Cell, typed?: string) => void;
  /** Closes what is open, and goes to the cell beside, or back to this one. */
  leave: (cell: Cell, step?: Step) => void;
}

/** Which cell is open, and where the keyboard is in the grid, whose table gets the reference. */
export function useOpenCell(
  issueIds: readonly string[],
  days: readonly Day[],
): [RefObject<HTMLTableElement>, OpenCellState] {
  const table = useRef<HTMLTableElement>(null);
  const [opened, setOpened] = useState<{ cell: Cell; typed: string | undefined }>();
  const [arrived, setArrived] = useState<{ cell: Cell }>();
  useEffect(() => {
    if (arrived) table.current?.querySelector<HTMLElement>(`[data-cell="${idOf(arrived.cell)}"]`)?.focus();
  }, [arrived]);
  const state: OpenCellState = {
    isOpen: (cell) => isSame(opened?.cell, cell),
    typed: opened?.typed,
    open: (cell, typed) => setOpened({ cell, typed }),
    leave: (cell, step) => {
      setOpened(undefined);
      const beside = step === undefined ? undefined : cellBeside(cell, step, issueIds, days);
      setArrived({ cell: beside ?? cell });
    },
  };
  return [table, state];
}
