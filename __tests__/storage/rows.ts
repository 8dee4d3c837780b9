import type { Ref } from '../../src/storage/store';
import { TIME_ENTRY, type TimeEntry } from '../../src/timesheet/time-entry';

export const ANNA = '5b10a2844c20165700ede21b';
export const BEN = '557058:1a2b3c4d-0000-4000-8000-000000000002';

/** The ID of the nth made-up entry: in the order of numbers. */
export const idOf = (n: number): string => String(n).padStart(32, '0');

export const keyOf = (n: number, accountId = ANNA): string => `${accountId}#${idOf(n)}`;

/** The nth made-up time entry, each on a day of its own within four years. */
export function entryRow(n: number, accountId = ANNA): TimeEntry {
  const startedOn = new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
  return {
    accountId,
    issueId: String(20001 + (n % 3)),
    startedOn,
    seconds: 60 * (1 + (n % 60)),
    createdAt: `${startedOn}T09:00:00.000Z`,
    position: `${startedOn}#${idOf(n)}`,
  };
}

export const entryRefOf = (n: number, accountId = ANNA): Ref => ({
  dataSet: TIME_ENTRY,
  key: keyOf(n, accountId),
});

/** Rows for a bulk load into the local storage. */
export const loadedEntries = (count: number, accountId = ANNA) =>
  Array.from({ length: count }, (_, n) => ({
    store: 'entity' as const,
    entityName: TIME_ENTRY.name,
    key: keyOf(n, accountId),
    value: entryRow(n, accountId),
  }));
