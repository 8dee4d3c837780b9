import { COHORT, MOST_MEMBERS, REGISTER, REGISTER_KEY, type Cohort } from '../src/privacy/data-sets/cohort';
import { PERSON, STANDING, type Person, type Standing } from '../src/privacy/data-sets/registration';
import { ownKey } from '../src/storage/own-key';
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

/** The groups in which this app keeps the accounts, as they are a cycle after a report. */
export function* groupRows(accounts: readonly string[]): Generator<LoadedRow> {
  let number = 0;
  for (let at = 0; at < accounts.length; at += MOST_MEMBERS) {
    number += 1;
    const members = accounts
      .slice(at, at + MOST_MEMBERS)
      .map((accountId) => ({ accountId, updatedAt: OBTAINED_AT }));
    const row: Cohort = {
      version: members.length,
      size: members.length,
      countsFrom: REPORTED_AT,
      reportedAt: REPORTED_AT,
      members,
    };
    yield { store: 'entity', entityName: COHORT.name, key: String(number), value: row };
  }
  yield { store: 'entity', entityName: REGISTER.name, key: REGISTER_KEY, value: { open: String(number) } };
}

/** What this app keeps besides of the people who are to be erased. */
export function* personRows(people: readonly string[], accounts: readonly string[]): Generator<LoadedRow> {
  for (const [at, accountId] of people.entries()) {
    const suffix = String(at).padStart(16, '0');
    const person: Person = {
      accountId,
      epoch: `epoch-${suffix}`,
      token: `token-${suffix}`,
      registeredAt: OBTAINED_AT,
    };
    const standing: Standing = {
      accountId,
      version: 1,
      counts: {},
      empty: false,
      changedAt: OBTAINED_AT,
      cohort: String(Math.floor(accounts.indexOf(accountId) / MOST_MEMBERS) + 1),
    };
    yield { store: 'entity', entityName: PERSON.name, key: accountId, value: person };
    yield { store: 'entity', entityName: STANDING.name, key: ownKey(STANDING, accountId), value: standing };
  }
}

/** The baseline's rows, one for each account. */
export function* plainRows(accounts: readonly string[]): Generator<LoadedRow> {
  for (const accountId of accounts) {
    yield {
      store: 'entity',
      entityName: 'account',
      key: accountId,
      value: { accountId, updatedAt: OBTAINED_AT },
    };
  }
}
