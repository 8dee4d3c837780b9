import { useMemo } from 'react';
import type { CellNames } from './grid/cell-names';

/** What stands in an open cell of the week. */
export interface OpenCell {
  names: CellNames;
  /** Keeps it and closes the cell; false where it did not come to that, and the cell stays open with the reason. */
  keep: () => Promise<boolean>;
}

export interface OpenCells {
  /** @returns what ends it */
  add: (cell: OpenCell) => () => void;
  /** Keeps what stands in all of them. @returns the cells that stay open */
  keepAll: () => Promise<OpenCell[]>;
}

/** The open cells of the page, whose time is kept before another cell or another week takes their place. */
export function useOpenCells(): OpenCells {
  return useMemo(() => {
    const open = new Set<OpenCell>();
    return {
      add: (cell) => {
        open.add(cell);
        return () => void open.delete(cell);
      },
      keepAll: async () => {
        const cells = [...open];
        const kept = await Promise.all(cells.map((cell) => cell.keep()));
        return cells.filter((_, nth) => kept[nth] !== true);
      },
    };
  }, []);
}
