import type { FaultOutcome } from '../../local/faults';
import type { JiraSite } from '../../local/jira';
import type { OpenApp, ReportingApp } from './app';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** The cycle of the guide. */
export const CYCLE_MS = 7 * DAY_MS;
/** What an app may be late: its schedule runs once a day, and Forge chooses when. */
export const LATE_MS = 25 * HOUR_MS;
/** Monday, 2 March 2026, 09:20 UTC. */
export const START = Date.UTC(2026, 2, 2, 9, 20);
const REPORT_PATH = '/app/report-accounts';

/** So many account IDs in Atlassian's form. */
export const accounts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `712020:11111111-0000-4000-8000-${String(at).padStart(12, '0')}`);

const siteOf = (people: readonly string[]): JiraSite => ({
  host: 'conformance.atlassian.net',
  people: people.map((accountId, at) => ({ accountId, displayName: `Person ${at}` })),
  projects: [{ id: '10000', key: 'OPEN', name: 'Open' }],
  issues: [{ id: '20001', key: 'OPEN-1', summary: 'Something', project: 'OPEN' }],
});

/** The app in the middle of a rule, with what rules ask of it. */
export interface Scene extends ReportingApp {
  /** Every report of the account that Atlassian got, epoch milliseconds. */
  reported(accountId: string): number[];
  /** Calls of the report API, those that failed too. */
  calls(): number;
  /** Whether the account ID is anywhere in what the app stores. */
  holds(accountId: string): boolean;
  /** Lets reports end so. */
  failing(outcome: FaultOutcome, where?: { nth?: number; times?: number }): () => void;
}

/** Opens an app that keeps these accounts, plays a scene with it, and closes it. */
export async function play(
  open: OpenApp,
  kept: readonly string[],
  scene: (app: Scene) => Promise<string[]>,
  others: readonly string[] = [],
): Promise<string[]> {
  const app = await open({ site: siteOf([...kept, ...others]), startAt: START });
  try {
    for (const accountId of kept) await app.keep(accountId);
    return await scene(sceneOf(app));
  } finally {
    await app.forge.close();
  }
}

function sceneOf(app: ReportingApp): Scene {
  const { forge } = app;
  const { storageId } = forge.installations.get();
  return {
    ...app,
    reported: (accountId) =>
      forge.atlassian.reports
        .filter((report) => report.accounts.some((account) => account.accountId === accountId))
        .map(({ at }) => at),
    calls: () =>
      forge.invocations.list().reduce((sum, { calls }) => sum + (calls[`stargate ${REPORT_PATH}`] ?? 0), 0),
    holds: (accountId) => JSON.stringify(forge.storage.dump(storageId)).includes(accountId),
    failing: (outcome, where = {}) => forge.faults.add({ path: REPORT_PATH, ...where, outcome }),
  };
}

/** A sentence for the list of what was wrong, where it was. */
export const unless = (kept: boolean, wrong: string): string[] => (kept ? [] : [wrong]);
