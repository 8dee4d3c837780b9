import { CellEntries } from './cell-entries';
import { CellField } from './cell-field';
import type { OpenCellProps } from './cells';

/** A field for the time of a cell; where several entries, or one that its owner cannot correct, stand in it, those. */
export function OpenCell(props: OpenCellProps) {
  const [only, ...others] = props.entries;
  if (only?.locked || others.length > 0) return <CellEntries {...props} />;
  return <CellField {...props} entry={only} />;
}
