import type { Standing } from '../../src/privacy/data-sets/registration';
import { DAY_TOTALS, TIME_ENTRY, type TimeEntry } from '../../src/timesheet/time-entry';
import type { LocalForge } from '../../local/forge';
import type { LoadedRow } from '../../local/storage';
import { personOf } from '../behaviour/person';

const FIRST_DAY = '2021-01-01';
const DAY_MS = 86_400_000;

export interface LoadedPerson {
  accountId: string;
  /** At least one. */
  entries: number;
  /** Of the entries that the app does not log: it takes none of a day that lies further back than they are kept. */
  firstDay?: string;
}

type EntryRow = LoadedRow & { value: TimeEntry };

/** The ID of the nth entry of a loaded person: digits as a digest has, in the order of numbers. */
export const loadedEntryId = (n: number): string => `10aded${String(n).padStart(26, '0')}`;

/** The nth entry of a loaded person: five on each day, by turns on three issues. */
function entryOf({ accountId, firstDay = FIRST_DAY }: LoadedPerson, n: number): EntryRow {
  const startedOn = new Date(Date.parse(firstDay) + Math.floor(n / 5) * DAY_MS).toISOString().slice(0, 10);
  const id = loadedEntryId(n);
  const value: TimeEntry = {
    accountId,
    issueId: String(20001 + (n % 3)),
    startedOn,
    seconds: 60 * (1 + (n % 90)),
    createdAt: `${startedOn}T17:00:00.000Z`,
    position: `${startedOn}#${id}`,
  };
  return { store: 'entity', entityName: TIME_ENTRY.name, key: `${accountId}#${id}`, value };
}

function totalsOf(accountId: string, entries: readonly TimeEntry[]): LoadedRow[] {
  const years = new Map<string, Record<string, number>>();
  for (const { startedOn, seconds } of entries) {
    const year = years.get(startedOn.slice(0, 4)) ?? {};
    year[startedOn] = (year[startedOn] ?? 0) + seconds;
    years.set(startedOn.slice(0, 4), year);
  }
  return [...years].map(([year, seconds]) => ({
    store: 'entity',
    entityName: DAY_TOTALS.name,
    key: `${accountId}#${year}`,
    value: { accountId, year, seconds },
  }));
}

/** The rows that a registered person with one entry lacks for all of them. */
function furtherRows(forge: LocalForge, person: LoadedPerson): LoadedRow[] {
  const { accountId, entries: count } = person;
  const present = forge.storage.dump(forge.installations.get().storageId);
  const of = (name: string) =>
    present.filter(
      ({ entityName, value }) =>
        entityName === name && (value as { accountId: string }).accountId === accountId,
    );
  const first = of(TIME_ENTRY.name).map(({ value }) => value as TimeEntry);
  const entries = Array.from({ length: count - first.length }, (_, n) => entryOf(person, n));
  const totals = totalsOf(accountId, [...first, ...entries.map(({ value }) => value)]);
  const counts = { [TIME_ENTRY.name]: count, [DAY_TOTALS.name]: totals.length };
  const standing = of('standing').map(({ store, entityName, key, value }) => ({
    store,
    key,
    value: { ...(value as Standing), counts },
    ...(entityName !== undefined && { entityName }),
  }));
  return [...entries, ...totals, ...standing];
}

/** Gives people as many entries as if they had logged them: the first by the app, which registers them. */
export async function loadPeople(forge: LocalForge, people: readonly LoadedPerson[]): Promise<void> {
  for (const { accountId } of people) {
    const { error } = await personOf(forge, accountId).log('2023-06-01', '1m');
    if (error) throw new Error(`${accountId} could not log time: ${error.says.key}`);
  }
  const { storageId } = forge.installations.get();
  await forge.storage.load(
    storageId,
    people.flatMap((person) => furtherRows(forge, person)),
  );
  forge.storage.resetUsage(storageId);
}
