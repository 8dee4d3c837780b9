import { accountsOf, cohortRows, START } from '../../../bench/reporting-rows';
import { openLocalForge, type LocalForge } from '../../../local/forge';
import { DAY_MS, HOUR_MS, REPORT_PATH } from './support';

/** What a run costs besides its groups: looking what is due, taking the turn and giving it back, for each hundred. */
const BESIDES = 6;

async function openWith(count: number): Promise<LocalForge> {
  const forge = await openLocalForge({
    app: { kind: 'module', files: { index: () => import('../../../src/index') } },
    startAt: START,
  });
  forge.schedule.mode.missed = 1;
  await forge.clock.advance(DAY_MS / 2);
  const { storageId } = forge.installations.get();
  await forge.storage.load(storageId, cohortRows(accountsOf(count)));
  forge.storage.resetUsage(storageId);
  forge.invocations.clear();
  return forge;
}

/** Storage calls and reports of the functions that reported. */
function costOf(forge: LocalForge): { reads: number; pages: number; writes: number; reports: number } {
  const calls = forge.invocations
    .list()
    .filter(({ function: name }) => name === 'run-job')
    .flatMap((record) => Object.entries(record.calls));
  const sum = (pattern: RegExp): number =>
    calls.filter(([call]) => pattern.test(call)).reduce((all, [, count]) => all + count, 0);
  return {
    reads: sum(/^kvs .*\/get$/),
    pages: sum(/query$/),
    writes: sum(/(set|delete|transaction)$/),
    reports: sum(new RegExp(`${REPORT_PATH}$`)),
  };
}

test.each([
  [1, 1],
  [90, 1],
  [91, 2],
  [1_599, 18],
  [20_000, 223],
])(
  'a cycle of %d accounts is %d calls, and about one read and one write for each of them',
  async (accounts, groups) => {
    const forge = await openWith(accounts);
    await forge.schedule.run('daily');
    await forge.clock.advance(2 * HOUR_MS);
    const { reports, reads, pages, writes } = costOf(forge);
    expect(forge.atlassian.reports.flatMap((report) => report.accounts)).toHaveLength(accounts);
    const besides = BESIDES * Math.ceil(groups / 100 + 1);
    expect(reports).toBe(groups);
    expect(reads).toBeLessThanOrEqual(groups + besides);
    expect(writes).toBeLessThanOrEqual(groups + besides);
    expect(pages).toBeLessThanOrEqual(besides);
    await forge.close();
  },
  60_000,
);
