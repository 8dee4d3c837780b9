import { PEOPLE } from '../setup/test-site';
import type { Check } from './claims-on-storage';
import { bytesOf } from './scene';
import { secondsOf, send, signedRequest } from '../behaviour/webhook-caller';

const DAY_MS = 86_400_000;

/** What the notice says of Atlassian being told, and of accounts that end. */
export const CLAIMS_ON_REPORTING: Record<string, Check> = {
  'told-to-atlassian': async ({ forge, anna, annaId }) => {
    expect((await anna.user('getOverview')).reported?.lastAt).toBeUndefined();
    await forge.clock.advance(16 * DAY_MS);
    const times = forge.atlassian.reports
      .filter(({ accounts }) => accounts.some(({ accountId }) => accountId === annaId))
      .map(({ at }) => at);
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(7 * DAY_MS);
    const { reported } = await anna.user('getOverview');
    expect(Math.abs(Date.parse(reported?.lastAt ?? '') - (times[1] ?? 0))).toBeLessThan(1000);
    expect(forge.atlassian.violations).toEqual([]);
  },
  'closed-erased': async ({ forge, annaId }) => {
    await forge.jira.closeAccount(PEOPLE.ben);
    await forge.clock.advance(23 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(PEOPLE.ben);
    expect(bytesOf(forge)).toContain(annaId);
  },
  'removed-restricted': async ({ forge, anna, ben, admin, annaId }) => {
    const benId = (await ben.user('getOverview')).accountId;
    await ben.user('setRestriction', { restricted: true });
    await forge.jira.removeFromSite(benId);
    await forge.jira.removeFromSite(annaId);
    expect(bytesOf(forge)).toContain('"restrictedBy":"atlassian"');
    await forge.jira.changePerson(annaId, { removed: false });
    expect(bytesOf(forge)).not.toContain('"restrictedBy":"atlassian"');
    const silent = forge.faults.add({ path: '/rest/api/3/user', outcome: { kind: 'cut' } });
    await forge.jira.removeFromSite(annaId);
    await forge.jira.changePerson(annaId, { removed: false });
    expect(bytesOf(forge)).toContain('"restrictedBy":"atlassian"');
    await anna.user('getPanel');
    expect(bytesOf(forge)).not.toContain('"restrictedBy":"atlassian"');
    silent();
    const approval = { retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 };
    await admin.admin('saveSettings', approval);
    await forge.jira.removeFromSite(annaId);
    expect(bytesOf(forge)).toContain('"restrictedBy":"atlassian"');
    await forge.clock.advance(29 * DAY_MS);
    expect(bytesOf(forge)).toContain(annaId);
    await forge.clock.advance(4 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(annaId);
    expect(bytesOf(forge)).toContain(benId);
    await forge.jira.closeAccount(benId);
    await forge.clock.advance(20 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(benId);
  },
  'announced-not-erased': async ({ forge, admin, anna, annaId }) => {
    const { secret } = await admin.admin('enableWebhook');
    const accounts = [{ accountId: annaId, status: 'closed' }];
    const body = JSON.stringify({ subject_request_id: 'notice-request', accounts });
    const request = signedRequest(secret, { body, timestamp: secondsOf(forge) });
    expect(await send(forge, request)).toBe('202 accepted');
    await forge.clock.advance(40 * DAY_MS);
    expect((await anna.user('getOverview')).restriction?.by).toBe('webhook');
    expect((await anna.user('listEntries')).entries).toHaveLength(2);
    const tooSoon = { erases: { afterDays: 6, mostADay: 1 } };
    expect(await admin.admin('setWebhookErasing', tooSoon)).toMatchObject({ error: { code: 'INVALID' } });
    await admin.admin('setWebhookErasing', { erases: { afterDays: 7, mostADay: 1 } });
    await forge.clock.advance(5 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(annaId);
  },
  automatic: async ({ forge, ben, annaId }) => {
    await forge.jira.removeFromSite(annaId);
    expect(bytesOf(forge)).toContain('"restrictedBy":"atlassian"');
    await forge.clock.advance(34 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(annaId);
    const { sections } = await ben.user('getNotice');
    const said = JSON.stringify(sections.find(({ id }) => id === 'automatic'));
    expect(said).toContain('30 days after you leave the site');
    expect(said).not.toContain('another system');
  },
};
