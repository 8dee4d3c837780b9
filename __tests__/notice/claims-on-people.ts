import { expectRefusal } from './expect-refusal';
import type { Check } from './claims-on-storage';
import { bytesOf } from './scene';

const DAY_MS = 86_400_000;
const APPROVAL = { retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 };

/** What the notice says people and administrators can and cannot do, and for how long. */
export const CLAIMS_ON_PEOPLE: Record<string, Check> = {
  'who-sees': async ({ anna, ben, admin, annaId }) => {
    expect((await ben.user('listEntries')).entries.map(({ accountId }) => accountId)).not.toContain(annaId);
    expectRefusal(await ben.admin('listEntriesOf', { accountId: annaId, reason: 'security' }), 'NOT_ALLOWED');
    expect((await anna.user('listEntries')).entries).toHaveLength(2);
    expect(
      (await admin.admin('listEntriesOf', { accountId: annaId, reason: 'security' })).entries,
    ).toHaveLength(2);
    const [entry] = (await anna.user('listEntries')).entries;
    const correction = { id: entry?.id, startedOn: '2026-02-20', duration: '30m' };
    await anna.user('openRequest', { type: 'correction', correction });
    const [shown] = (await admin.admin('listRequests')).requests;
    expect(shown).toMatchObject({ accountId: annaId, correction: { id: entry?.id } });
  },
  'admin-check': async ({ forge, anna, admin }) => {
    expectRefusal(await anna.admin('getDashboard'), 'NOT_ALLOWED');
    forge.invocations.clear();
    await admin.admin('getDashboard');
    await admin.admin('getDashboard');
    const asked = forge.invocations.list().map(({ calls }) => calls['jira /rest/api/3/mypermissions']);
    expect(asked).toEqual([1, 1]);
  },
  'delete-some': async ({ forge, anna, admin, annaId }) => {
    const [first] = (await anna.user('listEntries')).entries;
    const deletion = await anna.user('deleteEntries', { ids: [first?.id] });
    expect(deletion).toMatchObject({ deleted: 1, remaining: 1 });
    expect(await anna.user('undoChange', { undo: deletion.undo })).toEqual({ entries: [first] });
    await anna.user('deleteEntries', { ids: [first?.id] });
    const { entry } = await anna.log('2026-02-27', '2h');
    const right = { id: entry.id, startedOn: '2026-02-27', duration: '1h' };
    expect((await anna.user('correctEntry', right)).entry.seconds).toBe(3600);
    await admin.admin('saveSettings', APPROVAL);
    await forge.clock.advance(DAY_MS - 60_000);
    expect(await anna.user('deleteEntries', { ids: [entry.id] })).toMatchObject({ deleted: 1 });
    await forge.clock.advance(120_000);
    const [older] = (await anna.user('listEntries')).entries;
    expectRefusal(await anna.user('deleteEntries', { ids: [older?.id] }), 'CONFLICT');
    const correction = { id: older?.id, startedOn: '2026-02-20', duration: '30m' };
    expectRefusal(await anna.user('correctEntry', correction), 'CONFLICT');
    const { id } = await anna.user('openRequest', { type: 'correction', correction });
    await admin.admin('decideRequest', { accountId: annaId, type: 'correction', id, decision: 'approve' });
    expect((await anna.user('listEntries')).entries).toMatchObject([
      { id: older?.id, startedOn: '2026-02-20', seconds: 1800 },
    ]);
  },
  'delete-all': async ({ forge, anna, admin, annaId }) => {
    await admin.admin('saveSettings', APPROVAL);
    expect(await admin.user('eraseMyData', { receiptHash: 'e'.repeat(64) })).toHaveProperty('request');
    const { request } = await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) });
    expect((await anna.user('listEntries')).entries).toHaveLength(2);
    const which = { accountId: annaId, type: 'erasure', id: request?.id };
    const reasoned = { reason: 'working-time-law', keptUntil: '2027-12-31' };
    await admin.admin('decideRequest', { ...which, decision: 'decline', ...reasoned });
    expect((await anna.user('listMyRequests')).requests).toMatchObject([
      { status: 'declined', declineReason: 'working-time-law', keptUntil: '2027-12-31' },
    ]);
    await admin.saveSettings({ ...APPROVAL, selfErasure: 'at-once' });
    expect(await admin.user('eraseMyData', { receiptHash: 'e'.repeat(64) })).toHaveProperty('request');
    const job = await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) });
    expect(job.state).not.toBe('done');
    await forge.clock.advance(5 * 60_000);
    expect(await anna.user('getJob', { id: String(job.id) })).toMatchObject({
      state: 'done',
      receiptNumber: '1',
    });
    expect(bytesOf(forge)).not.toContain(annaId);
  },
  ask: async ({ anna, admin, annaId }) => {
    const [entry] = (await anna.user('listEntries')).entries;
    const correction = { id: entry?.id, startedOn: '2026-02-20', duration: '30m' };
    for (const type of ['access', 'portability', 'correction', 'restriction', 'erasure', 'objection']) {
      const asked = { type, ...(type === 'correction' && { correction }) };
      const { id, dueOn } = await anna.user('openRequest', asked);
      expect(dueOn).toBe('2026-04-01');
      const extended = await admin.admin('extendRequest', { accountId: annaId, type, id, reason: 'complex' });
      expect(extended.dueOn).toBe('2026-05-31');
    }
    expect((await anna.user('listMyRequests')).requests).toHaveLength(6);
  },
  'no-google': async ({ anna, forge }) => {
    const { dataSets } = await anna.user('getNotice');
    expect(JSON.stringify(dataSets)).not.toMatch(/google/i);
    expect(JSON.stringify(forge.manifest)).not.toMatch(/google/i);
  },
  retention: async ({ forge, admin, ben, annaId }) => {
    await ben.user('setRestriction', { restricted: true });
    await forge.clock.advance(1096 * DAY_MS, { deliver: false });
    await forge.schedule.run('daily');
    await forge.clock.advance(4 * DAY_MS);
    expect(bytesOf(forge)).not.toContain(annaId);
    const [kept] = (await ben.user('listEntries')).entries;
    expect(kept).toMatchObject({ held: true });
    const lift = { accountId: kept?.accountId, reason: 'person-asked', restricted: false };
    await admin.admin('setRestrictionOf', lift);
    await forge.clock.advance(2 * DAY_MS);
    expect((await ben.user('listEntries')).entries).toEqual([]);
  },
};
