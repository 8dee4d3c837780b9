import type { ListedEntry } from '../../../src/contract';
import { formatDay } from '../dates';
import type { Viewer } from '../viewer';

/** Until when an entry is kept, as it stands after "Kept until". */
export const keptUntilWords = ({ keptUntil, held }: ListedEntry, viewer: Viewer): string =>
  held ? `${formatDay(keptUntil, viewer)} or later` : formatDay(keptUntil, viewer);

/** Why a day after "Kept until" is not the last. */
export const heldWords =
  'The use of this data is restricted: until that ends, nothing is deleted because its time is over.';

/** Why an entry cannot be corrected or deleted by its owner alone, and what can be done. */
export const lockedWords =
  'An administrator approves a change first: your organisation decided so, or has your data kept for a legal duty or claim. Without such a hold you can correct or delete an entry within 24 hours of logging it. Otherwise, ask for a correction in its row, or for the erasure of everything.';
