import type { Reporting } from '../../../src/privacy/data-sets/reporting';
import type { FaultOutcome } from '../../../local/faults';
import type { LocalForge } from '../../../local/forge';
import type { JiraSite } from '../../../local/jira';
import { personOf } from '../../behaviour/person';
import { TEST_SITE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Where the app reports. */
export const REPORT_PATH = '/app/report-accounts';

/** So many account IDs in the form of Atlassian's. */
export const accountIds = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `712020:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);

/** The small site of the tests, with so many people more. */
export const siteWith = (accounts: readonly string[]): JiraSite => ({
  ...TEST_SITE,
  people: [
    ...TEST_SITE.people,
    ...accounts.map((accountId, at) => ({ accountId, displayName: `Nobody${at} Inparticular${at}` })),
  ],
});

/** Each of them logs an entry, so that the account ID is held from now on. */
export async function holdPeople(forge: LocalForge, accounts: readonly string[]): Promise<void> {
  for (const accountId of accounts) {
    const { error } = await personOf(forge, accountId).log('2026-03-01');
    if (error) throw new Error(error.says.key);
  }
}

/** Lets the next reports end so, at most so many times. */
export const answerReports = (forge: LocalForge, outcome: FaultOutcome, times?: number): (() => void) =>
  forge.faults.add({ path: REPORT_PATH, outcome, ...(times !== undefined && { times }) });

/** Runs the daily schedule and what the queue holds for the next minutes. */
export async function runDaily(forge: LocalForge, minutes = 20): Promise<void> {
  await forge.schedule.run('daily');
  await forge.clock.advance(minutes * 60_000);
}

export const reportingRow = (forge: LocalForge): Reporting =>
  storedRows(forge, 'reporting')[0]?.value as Reporting;

/** Which accounts were reported, in the order of the calls. */
export const reportedAccounts = (forge: LocalForge): string[][] =>
  forge.atlassian.reports.map(({ accounts }) => accounts.map(({ accountId }) => accountId));

export const isHeld = (forge: LocalForge, accountId: string): boolean =>
  JSON.stringify(storedRows(forge)).includes(accountId);
