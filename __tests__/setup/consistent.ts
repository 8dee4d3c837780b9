import type { Administrator } from '../../src/privacy/data-sets/administrator';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import type { PrivacyRequest } from '../../src/privacy/data-sets/request';
import type { Standing } from '../../src/privacy/data-sets/registration';
import type { DayTotals, TimeEntry } from '../../src/timesheet/time-entry';
import type { LocalForge } from '../../local/forge';
import type { StoredRow } from '../../local/storage';

const DAY_SECONDS = 86_400;
const MOST_MEMBERS = 90;

/**
 * Expects of every installation that what is counted is what is stored: counts and day totals are those of the entries,
 * everyone who has a live row stands in one cohort, and nothing is there of anyone else but what an erasure still works on.
 */
export function expectConsistent(forge: LocalForge): void {
  for (const { storageId } of forge.installations.list()) {
    const store = readStore(forge.storage.dump(storageId));
    expectRegistered(store);
    expectCounted(store);
    expectTotalled(store);
  }
}

interface Store {
  people: string[];
  standings: Map<string, Standing>;
  cohorts: Map<string, Cohort>;
  entries: Map<string, Array<TimeEntry & { key: string }>>;
  totals: Map<string, DayTotals[]>;
  requests: Map<string, PrivacyRequest[]>;
  administrators: Map<string, Administrator[]>;
}

function readStore(rows: readonly StoredRow[]): Store {
  const valuesOf = <Row>(name: string): Array<Row & { key: string }> =>
    rows
      .filter(({ entityName }) => entityName === name)
      .map(({ key, value }) => ({ ...(value as Row), key }));
  const begun = valuesOf<ErasureJob>('erasure').filter(({ state }) => state !== 'asked');
  const leaving = new Set(begun.map(({ subject }) => subject));
  const stays = ({ accountId }: { accountId: string }): boolean => !leaving.has(accountId);
  return {
    people: valuesOf<{ accountId: string }>('person').map(({ accountId }) => accountId),
    standings: new Map(valuesOf<Standing>('standing').map((row) => [row.accountId, row])),
    cohorts: new Map(valuesOf<Cohort>('cohort').map((row) => [row.key, row])),
    entries: byPerson(valuesOf<TimeEntry>('time-entry').filter(stays)),
    totals: byPerson(valuesOf<DayTotals>('day-totals').filter(stays)),
    requests: byPerson(valuesOf<PrivacyRequest>('request').filter(stays)),
    administrators: byPerson(valuesOf<Administrator>('administrator').filter(stays)),
  };
}

function byPerson<Row extends { accountId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const people = new Map<string, Row[]>();
  for (const row of rows) people.set(row.accountId, [...(people.get(row.accountId) ?? []), row]);
  return people;
}

function expectRegistered({ people, standings, cohorts, entries, totals }: Store): void {
  const members = [...cohorts].flatMap(([cohort, { members: all }]) =>
    all.map(({ accountId }) => ({ accountId, cohort })),
  );
  const known = [...people].sort();
  expect([...standings.keys()].sort()).toEqual(known);
  expect(members.map(({ accountId }) => accountId).sort()).toEqual(known);
  expect(members.filter(({ accountId, cohort }) => standings.get(accountId)?.cohort !== cohort)).toEqual([]);
  for (const { size, members: all } of cohorts.values()) {
    expect(size).toBe(all.length);
    expect(size).toBeLessThanOrEqual(MOST_MEMBERS);
  }
  expect([...entries.keys(), ...totals.keys()].filter((one) => !standings.has(one))).toEqual([]);
}

function expectCounted({ standings, entries, totals, requests, administrators }: Store): void {
  for (const [accountId, { counts, empty }] of standings) {
    const counted = {
      'time-entry': entries.get(accountId)?.length,
      'day-totals': totals.get(accountId)?.length,
      request: requests.get(accountId)?.length,
      administrator: administrators.get(accountId)?.length,
    };
    expect(counts).toEqual(Object.fromEntries(Object.entries(counted).filter(([, count]) => count)));
    expect(empty).toBe(Object.keys(counts).length === 0);
  }
}

function expectTotalled({ entries, totals }: Store): void {
  for (const [accountId, rows] of entries) {
    const kept = Object.assign({}, ...(totals.get(accountId) ?? []).map(({ seconds }) => seconds)) as object;
    expect(kept).toEqual(secondsByDay(rows));
    const misplaced = rows.filter(
      ({ key, startedOn, position }) => position !== `${startedOn}#${key.split('#')[1]}`,
    );
    expect(misplaced).toEqual([]);
  }
  const days = [...totals.values()].flat().flatMap(({ year, seconds }) =>
    Object.entries(seconds).map(([day, sum]) => ({
      fits: day.startsWith(`${year}-`) && sum <= DAY_SECONDS,
    })),
  );
  expect(days.every(({ fits }) => fits)).toBe(true);
}

function secondsByDay(entries: readonly TimeEntry[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const { startedOn, seconds } of entries) days[startedOn] = (days[startedOn] ?? 0) + seconds;
  return days;
}
