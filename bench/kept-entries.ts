import type { LocalForge } from '../local/forge';
import { readEntries } from '../local/data/read-entries';
import type { LoggedTime } from '../local/data/time-entry';
import { TIME_ENTRY } from '../src/timesheet/time-entry';

const DAY_MS = 24 * 3_600_000;
const FOUR_YEARS_MS = 1461 * DAY_MS;

/** The longest period that administrators can choose. */
const LONGEST_DAYS = TIME_ENTRY.retention.days?.most ?? 0;

/** The entries of a file; days that lie further back than any period are moved on by four years, as often as need be. */
export async function entriesOf(file: string, now: number): Promise<LoggedTime[]> {
  const first = now - (LONGEST_DAYS - 1) * DAY_MS;
  const { entries } = await readEntries(file);
  return entries.map((entry) => {
    let day = Date.parse(entry.startedOn);
    while (day < first) day += FOUR_YEARS_MS;
    return { ...entry, startedOn: new Date(day).toISOString().slice(0, 10) };
  });
}

/** Stores the site's settings as if administrators had chosen this period for time entries, in days. */
export function keepFor(forge: LocalForge, days = LONGEST_DAYS, keepTotals = false): Promise<void> {
  const value = { retentionDays: { [TIME_ENTRY.name]: days }, keepTotals };
  const { storageId } = forge.installations.get();
  return forge.storage.load(storageId, [{ store: 'plain', key: 'settings', value }]);
}
