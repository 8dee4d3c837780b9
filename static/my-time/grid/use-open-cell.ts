import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Day } from '../../../src/contract';
import type { OpenCells } from '../use-open-cells';
import { cellBeside, idOf, isSame, type Cell, type Step } from './cells';

/** A cell that shows its field. */
interface OpenedCell {
  cell: Cell;
  /** What was typed on the cell, which opened it. */
  typed: string | undefined;
}

export interface OpenCellState {
  opened: (cell: Cell) => OpenedCell | undefined;
  /** Opens it; what stands in another one is kept, and entries that another one lists are closed. */
  open: (cell: Cell, typed?: string) => void;
  /** Goes to the cell beside, or to this one, and leaves open what is open: what was typed may still be on its way. */
  go: (cell: Cell, step?: Step) => void;
  /** Closes this opening of a cell: one that was left and opened again stays. */
  close: (opening: OpenedCell) => void;
  add: OpenCells['add'];
}

interface OpenCellOptions {
  issueIds: readonly string[];
  days: readonly Day[];
  openCells: OpenCells;
  /** Another week is on its way: no further cell opens in this one. */
  leaving: boolean;
}

/** Which cells are open, and where the keyboard is in the grid, whose table gets the reference. */
export function useOpenCell({
  issueIds,
  days,
  openCells,
  leaving,
}: OpenCellOptions): [RefObject<HTMLTableElement>, OpenCellState] {
  const table = useRef<HTMLTableElement>(null);
  const [opened, setOpened] = useState<readonly OpenedCell[]>([]);
  const [arrived, setArrived] = useState<{ cell: Cell }>();
  // Not after the next paint: a key that comes before it would be lost.
  useLayoutEffect(() => {
    if (arrived) focusable(table.current, arrived.cell)?.focus();
  }, [arrived]);
  const state: OpenCellState = {
    opened: (cell) => opened.find((one) => isSame(one.cell, cell)),
    open: (cell, typed) => {
      if (leaving) return;
      setOpened((before) => [...before, { cell, typed }]);
      void openCells.keepAll();
    },
    go: (cell, step) => {
      const beside = step === undefined ? undefined : cellBeside(cell, step, issueIds, days);
      setArrived({ cell: beside ?? cell });
    },
    close: (opening) => setOpened((before) => before.filter((one) => one !== opening)),
    add: openCells.add,
  };
  return [table, state];
}

/** The field or the button of a cell; a cell that lists its entries has neither. */
const focusable = (table: HTMLTableElement | null, cell: Cell): HTMLElement | null =>
  table?.querySelector<HTMLElement>(`[data-cell="${idOf(cell)}"]`) ?? null;
