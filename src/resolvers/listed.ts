import type { ListedEntry } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { retentionDaysOf } from '../privacy/settings';
import { keptUntil, type Entry } from '../timesheet/entries';
import { TIME_ENTRY } from '../timesheet/time-entry';

/** An entry with the day until which it is kept. */
export const asListed = (entry: Entry, settings: Settings): ListedEntry => ({
  ...entry,
  keptUntil: keptUntil(entry, retentionDaysOf(TIME_ENTRY, settings) ?? 0),
});

export const listed = (entries: readonly Entry[], settings: Settings): ListedEntry[] =>
  entries.map((entry) => asListed(entry, settings));
