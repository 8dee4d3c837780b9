import type { ListedEntry } from '../../../src/contract';
import { formatDay } from '../dates';
import type { Viewer } from '../viewer';
import { t } from '../words/words';

/** Until when an entry is kept. */
export const keptUntilWords = ({ keptUntil, held }: ListedEntry, viewer: Viewer): string =>
  t(held ? 'entries.kept-until-or-later' : 'entries.kept-until', { day: formatDay(keptUntil, viewer) });

/** The same below a heading that says "Stored until". */
export const keptUntilDay = ({ keptUntil, held }: ListedEntry, viewer: Viewer): string =>
  held ? t('entries.or-later', { day: formatDay(keptUntil, viewer) }) : formatDay(keptUntil, viewer);

/** Why a day after "Stored until" is not the last. */
export const heldWords = () => t('entries.held');

/** Why an entry cannot be corrected or deleted by its owner alone, and what can be done. */
export const lockedWords = () => t('entries.locked');
