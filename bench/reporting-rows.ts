import {
  COHORT,
  MOST_MEMBERS,
  REGISTER,
  REGISTER_KEY,
  type Cohort,
  type Register,
} from '../src/privacy/data-sets/cohort';
import { PERSON, STANDING, type Person, type Standing } from '../src/privacy/data-sets/registration';
import { addressOf, asStored } from '../src/storage/layout';
import { ownKey } from '../src/storage/data-set';
import type { LoadedRow } from '../local/storage';

/** Monday, 2 March 2026, 09:20 UTC. */
export const START = Date.UTC(2026, 2, 2, 9, 20);
const DAY_MS = 86_400_000;
/** When everyone was last reported: more than a cycle ago. */
const REPORTED_AT = new Date(START - 8 * DAY_MS).toISOString();
const OBTAINED_AT = new Date(START - 100 * DAY_MS).toISOString();

/** So many generated account IDs in Atlassian's longest usual form. */
export const accountsOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `712020:22222222-0000-4000-8000-${String(at).padStart(12, '0')}`);

export const rowOf = (entityName: string, key: string, value: object): LoadedRow => ({
  store: 'entity',
  entityName,
  key,
  value,
});

/** The number of the cohort in which the account at a place of the list stands. */
export const cohortAt = (place: number): string => String(Math.floor(place / MOST_MEMBERS) + 1);

/** The cohorts in which this app keeps the accounts, as they are a cycle after a report, or at another time after one. */
export function* cohortRows(
  accounts: readonly string[],
  reportedAt = REPORTED_AT,
  obtainedAt = OBTAINED_AT,
): Generator<LoadedRow> {
  let number = 0;
  for (let at = 0; at < accounts.length; at += MOST_MEMBERS) {
    number += 1;
    const members = accounts
      .slice(at, at + MOST_MEMBERS)
      .map((accountId) => ({ accountId, updatedAt: obtainedAt }));
    const row: Cohort = {
      version: members.length,
      size: members.length,
      countsFrom: reportedAt,
      reportedAt,
      members,
    };
    yield rowOf(COHORT.name, String(number), row);
  }
  const register: Register = { open: String(number), version: 1 };
  yield {
    store: 'entity',
    ...addressOf(REGISTER, REGISTER_KEY),
    value: asStored(REGISTER, REGISTER_KEY, register),
  };
}

/** Live row and standing row of somebody, by their place among all and what differs in the standing row. */
export function* registrationRows(
  accountId: string,
  place: number,
  { since, ...standing }: Pick<Standing, 'version' | 'counts' | 'cohort'> & { since: string },
): Generator<LoadedRow> {
  const suffix = String(place).padStart(16, '0');
  const person: Person = {
    accountId,
    epoch: `epoch-${suffix}`,
    token: `token-${suffix}`,
    registeredAt: since,
  };
  const row: Standing = { accountId, empty: false, changedAt: since, ...standing };
  yield rowOf(PERSON.name, accountId, person);
  yield rowOf(STANDING.name, ownKey(STANDING, accountId), row);
}

/** What this app keeps besides of the people who are to be erased. */
export function* personRows(people: readonly string[], accounts: readonly string[]): Generator<LoadedRow> {
  for (const [at, accountId] of people.entries()) {
    const cohort = cohortAt(accounts.indexOf(accountId));
    yield* registrationRows(accountId, at, { version: 1, counts: {}, cohort, since: OBTAINED_AT });
  }
}

/** The baseline's rows, one for each account. */
export function* plainRows(accounts: readonly string[]): Generator<LoadedRow> {
  for (const accountId of accounts) {
    yield rowOf('account', accountId, { accountId, updatedAt: OBTAINED_AT });
  }
}
