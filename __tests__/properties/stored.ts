import type { LocalForge } from '../../local/forge';
import type { StoredRow } from '../../local/storage';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { Installation } from '../../src/privacy/data-sets/installation';
import type { Person, Standing } from '../../src/privacy/data-sets/registration';
import type { DayTotals, TimeEntry } from '../../src/timesheet/time-entry';
import { rowsOf } from '../setup/rows-of';

/** What the store holds, taken raw from the local Forge and not through the app. */
export interface Stored {
  people: Person[];
  standings: Standing[];
  cohorts: Array<Cohort & { key: string }>;
  entries: Array<TimeEntry & { key: string }>;
  totals: DayTotals[];
  rows: StoredRow[];
}

export function stored(forge: LocalForge): Stored {
  const rows = forge.storage.dump(forge.installations.get().storageId);
  const of = <Row>(name: string): Array<Row & { key: string }> =>
    rows.filter((row) => row.entityName === name).map((row) => ({ key: row.key, ...(row.value as Row) }));
  return {
    rows,
    people: of<Person>('person'),
    standings: of<Standing>('standing'),
    cohorts: of<Cohort>('cohort'),
    entries: of<TimeEntry>('time-entry'),
    totals: of<DayTotals>('day-totals'),
  };
}

/** The row that says that the store is used, by the installation that runs or by an earlier one. */
export const isStoreInUse = (row: StoredRow): boolean => isInstallation(row, 'in-use');

/** Whether it is the row of the store, and says so. */
export const isInstallation = (row: StoredRow, state: Installation['state']): boolean =>
  rowsOf([row], 'installation').some(({ value }) => (value as Installation).state === state);

/** Whether the bytes of the whole store, keys included, contain the text. */
export const storeMentions = (forge: LocalForge, text: string): boolean =>
  JSON.stringify(stored(forge).rows).includes(text);

/** Everything in which the store contradicts itself; empty is good. */
export function contradictions(forge: LocalForge): string[] {
  const store = stored(forge);
  const living = new Set(store.people.map(({ accountId }) => accountId));
  return [
    ...strangers('standing', store.standings, living),
    ...strangers('time-entry', store.entries, living),
    ...strangers('day-totals', store.totals, living),
    ...store.standings.flatMap((standing) => wrongCounts(store, standing)),
    ...store.people.flatMap(({ accountId }) => wrongTotals(store, accountId)),
    ...wrongCohorts(store, living),
  ];
}

function strangers(what: string, rows: Array<{ accountId: string }>, living: Set<string>): string[] {
  return rows
    .filter(({ accountId }) => !living.has(accountId))
    .map(() => `${what} of someone without a live row`);
}

function wrongCounts(store: Stored, standing: Standing): string[] {
  const own = ({ accountId }: { accountId: string }): boolean => accountId === standing.accountId;
  const counts = {
    'time-entry': store.entries.filter(own).length,
    'day-totals': store.totals.filter(own).length,
  };
  return Object.entries(counts)
    .filter(([name, count]) => (standing.counts[name] ?? 0) !== count)
    .map(([name, count]) => `${name}: ${standing.counts[name] ?? 0} counted, ${count} there`);
}

function wrongTotals(store: Stored, accountId: string): string[] {
  const days: Record<string, number> = {};
  for (const entry of store.entries.filter((row) => row.accountId === accountId)) {
    days[entry.startedOn] = (days[entry.startedOn] ?? 0) + entry.seconds;
  }
  const kept = Object.assign(
    {},
    ...store.totals.filter((row) => row.accountId === accountId).map(({ seconds }) => seconds),
  ) as Record<string, number>;
  const same = JSON.stringify(Object.entries(days).sort()) === JSON.stringify(Object.entries(kept).sort());
  return same ? [] : ['totals differ from entries'];
}

function wrongCohorts({ cohorts }: Stored, living: Set<string>): string[] {
  const members = cohorts.flatMap((cohort) => cohort.members.map(({ accountId }) => accountId));
  return [
    ...members
      .filter((accountId) => !living.has(accountId))
      .map(() => 'member of a cohort without a live row'),
    ...(members.length === new Set(members).size ? [] : ['someone stands in two cohorts']),
    ...[...living].filter((accountId) => !members.includes(accountId)).map(() => 'live row without a cohort'),
    ...cohorts.filter(({ size, members: own }) => size !== own.length).map(() => 'size of a cohort'),
  ];
}
