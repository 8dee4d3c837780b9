import type { Day, ListedEntry } from '../../../src/contract';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import type { OwnTime } from '../use-week';
import { CellEntries } from './cell-entries';
import { CellField } from './cell-field';
import type { Cell, Step } from './cells';

export interface OpenCellProps {
  cell: Cell;
  /** Which work item and day, for a screen reader. */
  name: string;
  entries: ListedEntry[];
  /** What is in the field at first, in place of what was logged. */
  typed: string | undefined;
  /** Those on which one can log. */
  days: readonly Day[];
  requestIds: RequestIds;
  own: OwnTime;
  onLeave: (step?: Step) => void;
}

/** A field for the time of a cell; where several entries, or one that its owner cannot correct, stand in it, those. */
export function OpenCell(props: OpenCellProps) {
  const [only, ...others] = props.entries;
  if (only?.locked || others.length > 0) return <CellEntries {...props} />;
  return <CellField {...props} entry={only} />;
}
