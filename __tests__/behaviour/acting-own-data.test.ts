import { PEOPLE } from '../setup/test-site';
import { useActing } from './acting-scene';

const { app, admin, chloe, rows, acts, newest, look, whoActed, later } = useActing();
const DAY_MS = 86_400_000;
const receiptHash = 'a'.repeat(64);

describe('An administrator’s own data', () => {
  const eraseSelf = () => admin().user('eraseMyData', { receiptHash });

  it('goes at their own wish only once another administrator approves', async () => {
    await look();
    expect(await admin().user('previewErasure')).toMatchObject({ needsApproval: true, actedHere: true });
    const { request } = await eraseSelf();
    expect(request).toMatchObject({ type: 'erasure', status: 'open' });
    const which = { accountId: PEOPLE.admin, type: 'erasure', id: request?.id, decision: 'approve' };
    const own = await admin().admin('decideRequest', which);
    expect(own.error).toMatchObject({ code: 'CONFLICT' });
    expect(own.error?.says.key).toBe('refused-admin.own-request');
    expect(await chloe().admin('decideRequest', which)).toHaveProperty('job');
    await app.forge.queue.settle({ delayed: true });
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.admin);
  });

  it('goes at once at their wish where they never acted', async () => {
    await admin().log('2026-03-01');
    expect(await admin().user('previewErasure')).not.toHaveProperty('needsApproval');
    expect(await eraseSelf()).toMatchObject({ state: 'fenced' });
  });

  it('is not deleted by themselves as administrators, alone or among others', async () => {
    await admin().log('2026-03-01');
    const reason = 'no-longer-needed';
    const alone = await admin().admin('erasePerson', { accountId: PEOPLE.admin, reason, receiptHash });
    expect(alone.error?.code).toBe('CONFLICT');
    const people = [PEOPLE.admin, PEOPLE.anna].map((accountId) => ({ accountId, receiptHash }));
    const { answers } = await admin().admin('erasePeople', { people, reason });
    expect(answers.find(({ accountId }) => accountId === PEOPLE.admin)).toHaveProperty('error');
    expect(answers.find(({ accountId }) => accountId === PEOPLE.anna)).toHaveProperty('job');
  });

  it('leaves lines that lead to nobody once it is deleted, and nothing that a scan finds', async () => {
    await look();
    const { position } = newest();
    await chloe().admin('erasePerson', { accountId: PEOPLE.admin, reason: 'no-longer-needed', receiptHash });
    await app.forge.queue.settle({ delayed: true });
    await later();
    expect(await whoActed(position)).toEqual({ accountId: null });
    expect(rows().map(({ accountId }) => accountId)).toEqual([PEOPLE.chloe]);
    await app.forge.clock.advance(3 * DAY_MS);
    expect(app.stored('erasure').map(({ value }) => (value as { state: string }).state)).toEqual([
      'confirmed',
    ]);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.admin);
  });

  it('goes at once where Atlassian closed the account, whatever the log leads to', async () => {
    await look();
    const { position } = newest();
    await app.forge.jira.closeAccount(PEOPLE.admin);
    for (let week = 0; week < 3; week += 1) await app.forge.clock.advance(7 * DAY_MS);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.admin);
    expect(await whoActed(position)).toEqual({ accountId: null });
  });

  it('may be what they act on first of all', async () => {
    await admin().log('2026-03-01');
    const own = { accountId: PEOPLE.admin, reason: 'person-asked', restricted: true };
    expect(await admin().admin('setRestrictionOf', own)).not.toHaveProperty('error');
    expect(rows()).toMatchObject([{ accountId: PEOPLE.admin, by: newest().by }]);
  });

  it('has another token after they come back', async () => {
    await look();
    const [before] = rows();
    await chloe().admin('erasePerson', { accountId: PEOPLE.admin, reason: 'no-longer-needed', receiptHash });
    expect((await look()).error?.code).toBe('CONFLICT');
    await app.forge.queue.settle({ delayed: true });
    await look();
    const now = rows().find(({ accountId }) => accountId === PEOPLE.admin);
    expect(now?.by).toBe(newest().by);
    expect(now?.by).not.toBe(before?.by);
  });

  it('ends with the last line that leads to it: as long as the log is kept, by the settings', async () => {
    await look();
    await admin().saveSettings({ retentionDays: { audit: 90 }, selfErasure: 'at-once', removedDays: 30 });
    await app.forge.clock.advance(80 * DAY_MS);
    expect(rows()).toHaveLength(1);
    await app.forge.clock.advance(12 * DAY_MS);
    expect(acts()).toEqual([]);
    expect(rows()).toEqual([]);
    expect(await eraseSelf()).not.toHaveProperty('request');
  });
});
