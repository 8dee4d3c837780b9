import { COHORT } from '../../src/privacy/data-sets/cohort';
import { PERSON, STANDING } from '../../src/privacy/data-sets/registration';
import { ownKey } from '../../src/storage/own-key';
import { DAY_TOTALS, TIME_ENTRY, type TimeEntry } from '../../src/timesheet/time-entry';
import type { LocalForge } from '../../local/forge';
import type { LoadedRow } from '../../local/storage';

const BEGIN = Date.UTC(2021, 0, 1);
const DAY_MS = 86_400_000;
const REGISTERED_AT = '2021-01-01T09:00:00.000Z';
const DUE_AT = '2026-03-05T09:00:00.000Z';

export interface LoadedPerson {
  accountId: string;
  entries: number;
}

/** The nth entry of a loaded person: five on each working day, from 2021 on, by turns on three issues. */
function entryOf(accountId: string, n: number): LoadedRow & { value: TimeEntry } {
  const startedOn = new Date(BEGIN + Math.floor(n / 5) * DAY_MS).toISOString().slice(0, 10);
  const id = `loaded-entry-${String(n).padStart(6, '0')}`;
  const value: TimeEntry = {
    accountId,
    issueId: String(20001 + (n % 3)),
    projectId: '10000',
    startedOn,
    seconds: 60 * (1 + (n % 90)),
    createdAt: `${startedOn}T17:00:00.000Z`,
    position: `${startedOn}#${id}`,
  };
  return { store: 'entity', entityName: TIME_ENTRY.name, key: `${accountId}#${id}`, value };
}

function totalsOf(accountId: string, entries: ReadonlyArray<{ value: TimeEntry }>): LoadedRow[] {
  const years = new Map<string, Record<string, number>>();
  for (const { startedOn, seconds } of entries.map(({ value }) => value)) {
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

function rowsOf({ accountId, entries: count }: LoadedPerson, at: number): LoadedRow[] {
  const entries = Array.from({ length: count }, (_, n) => entryOf(accountId, n));
  const totals = totalsOf(accountId, entries);
  const counted = { [TIME_ENTRY.name]: entries.length, [DAY_TOTALS.name]: totals.length };
  const counts = Object.fromEntries(Object.entries(counted).filter(([, number]) => number > 0));
  const number = String(at).padStart(12, '0');
  const person = {
    accountId,
    epoch: `epoch-${number}`,
    token: `token-${number}`,
    registeredAt: REGISTERED_AT,
  };
  const standing = {
    accountId,
    version: 1,
    counts,
    empty: count === 0,
    changedAt: REGISTERED_AT,
    cohort: '1',
  };
  return [
    ...entries,
    ...totals,
    { store: 'entity', entityName: PERSON.name, key: accountId, value: person },
    { store: 'entity', entityName: STANDING.name, key: ownKey(STANDING, accountId), value: standing },
  ];
}

/** Stores at most 90 people with entries as the app would have kept them; nobody may have used the app before. */
export async function loadPeople(forge: LocalForge, people: readonly LoadedPerson[]): Promise<void> {
  const members = people.map(({ accountId }) => ({ accountId, updatedAt: REGISTERED_AT }));
  const cohort = { version: people.length, size: people.length, dueAt: DUE_AT, members };
  await forge.storage.load(forge.installations.get().storageId, [
    ...people.flatMap(rowsOf),
    { store: 'entity', entityName: COHORT.name, key: '1', value: cohort },
    { store: 'entity', entityName: 'register', key: 'register', value: { open: '1' } },
  ]);
}
