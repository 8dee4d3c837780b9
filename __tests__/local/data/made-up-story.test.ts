import { logEntries } from '../../../local/data/log-entries';
import { madeUpSite } from '../../../local/data/made-up-site';
import { storyTeller } from '../../../local/data/made-up-story';
import { siteAtFirst } from '../../../local/data/site-at-first';
import { openLocalForge, type LocalForge } from '../../../local/forge';
import { personOf } from '../../behaviour/person';
import { reportingRow } from '../../privacy/reporting/support';
import { storedRows } from '../../setup/use-forge';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const MODULES = { person: 'privacy-panel', administrator: 'privacy-admin' };

const { jira, entries, story } = madeUpSite(NOW);
const told = new Set(story.flatMap((moment) => ('accountId' in moment ? [moment.accountId] : [])));
const first = jira.people[0]?.accountId ?? '';
const idOf = (what: string): string => {
  const moment = story.find((one) => one.what === what || ('functionKey' in one && one.functionKey === what));
  return moment && 'accountId' in moment ? moment.accountId : '';
};

/** The year of those of whom the story tells. */
async function liveTheYear(): Promise<LocalForge> {
  const forge = await openLocalForge({
    app: { kind: 'module', files: { index: () => import('../../../src/index') } },
    startAt: Date.parse(entries[0]?.startedOn ?? ''),
    callMs: 0,
    storage: { quotas: 'off', queryLagMs: 0 },
    site: siteAtFirst(jira),
  });
  const own = entries.filter(({ accountId }) => told.has(accountId) || accountId === first);
  const meanwhile = storyTeller(story, NOW, MODULES);
  await logEntries(forge, MODULES.person, own, { onLogged: () => undefined, until: NOW, meanwhile });
  return forge;
}

test('in the made-up year one is closed, one erases themself, one is removed, and administrators have work', async () => {
  const forge = await liveTheYear();
  const admin = personOf(forge, idOf('requests-granted'));
  const { erasures } = await admin.admin('listErasures', {});
  expect(erasures.map(({ askedBy, state }) => [askedBy, state])).toEqual([
    ['person', 'confirmed'],
    ['atlassian', 'confirmed'],
  ]);
  const dump = JSON.stringify(storedRows(forge));
  expect(dump).not.toContain(idOf('account-closed'));
  expect(dump).not.toContain(idOf('eraseMyData'));
  const { removed } = await admin.admin('listRemoved');
  expect(removed).toMatchObject([{ accountId: idOf('removed-from-site') }]);
  expect((await admin.admin('listRequests', {})).requests).toMatchObject([
    { type: 'correction', correction: { seconds: expect.any(Number) as number, present: {} } },
  ]);
  const done = await admin.admin('listRequests', { status: 'done' });
  expect(done.requests).toMatchObject([{ type: 'access' }]);
  expect(
    storedRows(forge, 'audit').filter(({ value }) => JSON.stringify(value).includes('security')),
  ).toHaveLength(1);
  const { cycles } = await admin.admin('getReporting');
  expect(cycles.reduce((sum, { failures }) => sum + failures, 0)).toBe(1);
  expect(reportingRow(forge).notBefore ?? '').not.toMatch(/^9999/);
  await forge.close();
}, 60_000);
