import type { ListedEntry } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { retentionDaysOf } from '../privacy/settings';
import { keptUntil, type Entry } from '../timesheet/entries';
import { TIME_ENTRY } from '../timesheet/time-entry';

/** Entries with the day until which each is kept. */
export function listed(entries: readonly Entry[], settings: Settings): ListedEntry[] {
  const days = retentionDaysOf(TIME_ENTRY, settings) ?? 0;
  return entries.map((entry) => ({ ...entry, keptUntil: keptUntil(entry, days) }));
}
