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
  'An administrator approves changes to some of these entries. Your organisation either asks for that 24 hours after an entry was logged, or keeps your data for a legal duty or claim. Ask for a correction in its row, or for the deletion of everything.';
