import { DAY_TOTALS, TIME_ENTRY, type DayTotals, type TimeEntry } from '../src/timesheet/time-entry';
import type { LoadedRow } from '../local/storage';
import { cohortAt, cohortRows, registrationRows, rowOf, START } from './reporting-rows';

const DAY_MS = 86_400_000;
/** When everyone was last reported: nobody is due while the scan runs. */
const REPORTED_AT = new Date(START - DAY_MS).toISOString();

interface Habit {
  /** The work item on which all the time was logged. */
  issueId: string;
  /** So many an hour each on a day, back from yesterday. */
  entriesADay: number;
}

const USUAL: Habit = { issueId: '20001', entriesADay: 8 };

/** Everything the app keeps of people who each logged time on so many days, as if they had done so in the app. */
export function* peopleRows(
  accounts: readonly string[],
  entriesEach: number,
  habit = USUAL,
): Generator<LoadedRow> {
  const counts = { [TIME_ENTRY.name]: entriesEach, [DAY_TOTALS.name]: yearsOf(entriesEach, habit) };
  for (const [at, accountId] of accounts.entries()) {
    const standing = { version: entriesEach, counts, cohort: cohortAt(at), since: REPORTED_AT };
    yield* registrationRows(accountId, at, standing);
    yield* timeRows(accountId, entriesEach, habit);
  }
  yield* cohortRows(accounts, REPORTED_AT, REPORTED_AT);
}

function* timeRows(accountId: string, entries: number, habit: Habit): Generator<LoadedRow> {
  const years = new Map<string, Record<string, number>>();
  for (let n = 0; n < entries; n += 1) {
    const startedOn = dayOf(n, habit);
    const id = `10aded${String(n).padStart(26, '0')}`;
    const entry: TimeEntry = {
      accountId,
      issueId: habit.issueId,
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

const dayOf = (n: number, { entriesADay }: Habit): string =>
  new Date(START - (Math.floor(n / entriesADay) + 1) * DAY_MS).toISOString().slice(0, 10);

const yearsOf = (entries: number, habit: Habit): number =>
  new Set(Array.from({ length: entries }, (_, n) => dayOf(n, habit).slice(0, 4))).size;
