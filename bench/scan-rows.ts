import { COHORT, MOST_MEMBERS, REGISTER, REGISTER_KEY, type Cohort } from '../src/privacy/data-sets/cohort';
import { PERSON, STANDING, type Person, type Standing } from '../src/privacy/data-sets/registration';
import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from '../src/timesheet/time-entry';
import { ownKey } from '../src/storage/own-key';
import type { LoadedRow } from '../local/storage';
import { START } from './reporting-rows';

const DAY_MS = 86_400_000;
/** When everyone was last reported: nobody is due while the scan runs. */
const REPORTED_AT = new Date(START - DAY_MS).toISOString();
const ISSUE = '20001';

const rowOf = (entityName: string, key: string, value: object): LoadedRow => ({
  store: 'entity',
  entityName,
  key,
  value,
});

/** Everything the app keeps of people who each logged time on so many days, as if they had done so in the app. */
export function* peopleRows(accounts: readonly string[], entriesEach: number): Generator<LoadedRow> {
  for (const [at, accountId] of accounts.entries()) {
    const cohort = String(Math.floor(at / MOST_MEMBERS) + 1);
    yield* registrationRows(accountId, at, cohort, entriesEach);
    yield* timeRows(accountId, entriesEach);
  }
  yield* cohortRows(accounts);
}

function* registrationRows(
  accountId: string,
  at: number,
  cohort: string,
  entries: number,
): Generator<LoadedRow> {
  const suffix = String(at).padStart(16, '0');
  const person: Person = {
    accountId,
    epoch: `epoch-${suffix}`,
    token: `token-${suffix}`,
    registeredAt: REPORTED_AT,
  };
  const standing: Standing = {
    accountId,
    version: entries,
    counts: { [TIME_ENTRY.name]: entries, [DAY_TOTALS.name]: yearsOf(entries) },
    empty: false,
    changedAt: REPORTED_AT,
    cohort,
  };
  yield rowOf(PERSON.name, accountId, person);
  yield rowOf(STANDING.name, ownKey(STANDING, accountId), standing);
}

/** So many an hour each on a day, back from yesterday. */
const ENTRIES_A_DAY = 8;

function* timeRows(accountId: string, entries: number): Generator<LoadedRow> {
  const years = new Map<string, Record<string, number>>();
  for (let n = 0; n < entries; n += 1) {
    const startedOn = dayOf(n);
    const id = `10aded${String(n).padStart(26, '0')}`;
    const entry: TimeEntry = {
      accountId,
      issueId: ISSUE,
      projectId: '10000',
      startedOn,
      seconds: 3600,
      createdAt: `${startedOn}T17:00:00.000Z`,
      position: `${startedOn}#${id}`,
    };
    const year = years.get(startedOn.slice(0, 4)) ?? {};
    years.set(startedOn.slice(0, 4), { ...year, [startedOn]: (year[startedOn] ?? 0) + 3600 });
    yield rowOf(TIME_ENTRY.name, `${accountId}#${id}`, entry);
  }
  for (const [year, seconds] of years) {
    const totals: DayTotals = { accountId, year, seconds };
    yield rowOf(DAY_TOTALS.name, `${accountId}#${year}`, totals);
  }
}

const dayOf = (n: number): string =>
  new Date(START - (Math.floor(n / ENTRIES_A_DAY) + 1) * DAY_MS).toISOString().slice(0, 10);

const yearsOf = (entries: number): number =>
  new Set(Array.from({ length: entries }, (_, n) => dayOf(n).slice(0, 4))).size;

function* cohortRows(accounts: readonly string[]): Generator<LoadedRow> {
  const groups = Math.ceil(accounts.length / MOST_MEMBERS);
  for (let at = 0; at < groups; at += 1) {
    const members = accounts
      .slice(at * MOST_MEMBERS, (at + 1) * MOST_MEMBERS)
      .map((accountId) => ({ accountId, updatedAt: REPORTED_AT }));
    const row: Cohort = {
      version: members.length,
      size: members.length,
      countsFrom: REPORTED_AT,
      reportedAt: REPORTED_AT,
      members,
    };
    yield rowOf(COHORT.name, String(at + 1), row);
  }
  yield rowOf(REGISTER.name, REGISTER_KEY, { open: String(groups) });
}
