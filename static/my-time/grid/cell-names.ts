/** A cell in words: which work item and which day. */
export interface CellNames {
  workItem: string;
  day: string;
}
