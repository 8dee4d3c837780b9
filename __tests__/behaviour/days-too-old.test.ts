import { randomUUID } from 'node:crypto';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const TODAY = '2026-03-02';
/** 1,095 days before today, and the day before that. */
const [FIRST, TOO_OLD] = ['2023-03-03', '2023-03-02'];
const refused = {
  code: 'INVALID',
  fields: { startedOn: { key: 'refused.kept-for-days', values: { days: 1095 } } },
};
const days = (): string[] =>
  app.stored('time-entry').map(({ value }) => (value as { startedOn: string }).startedOn);
const keepFor = (retentionDays: number) =>
  admin().saveSettings({
    retentionDays: { 'time-entry': retentionDays },
    selfErasure: 'at-once',
    removedDays: 30,
  });

describe('A day that lies further back than entries are kept', () => {
  it('cannot be logged, and nobody is registered by it', async () => {
    expect((await anna().log('2010-01-04')).error).toMatchObject(refused);
    expect((await anna().log(TOO_OLD)).error).toMatchObject(refused);
    expect(app.stored()).toEqual([]);
    expect(await anna().log(FIRST)).not.toHaveProperty('error');
  });

  it('is told by the period that administrators set', async () => {
    await keepFor(30);
    expect((await anna().log('2026-01-30')).error?.code).toBe('INVALID');
    expect(await anna().log('2026-01-31')).not.toHaveProperty('error');
  });

  it('is left out where several are logged', async () => {
    const entries = [TOO_OLD, FIRST].map((startedOn) => ({ issueId: '20001', startedOn, duration: '1h' }));
    const { outcomes } = await anna().user('logEntries', { requestId: randomUUID(), entries });
    expect(outcomes).toEqual(['kept-for-its-time', 'logged']);
    expect(days()).toEqual([FIRST]);
  });

  it('does not come in with a file, though it says that it was logged yesterday', async () => {
    const rows = [TOO_OLD, FIRST].map((startedOn, at) => ({
      id: String(at).repeat(32),
      issueId: '20001',
      startedOn,
      seconds: 3600,
      createdAt: '2026-03-01T09:00:00.000Z',
    }));
    const { outcomes } = await anna().user('importEntries', { rows });
    expect(outcomes).toEqual(['kept-for-its-time', 'imported']);
    expect(days()).toEqual([FIRST]);
  });

  it('is none to which the person or an administrator moves an entry', async () => {
    const { entry } = await anna().log(TODAY);
    const to = { id: entry.id, startedOn: TOO_OLD, duration: '1h' };
    expect((await anna().user('correctEntry', to)).error).toMatchObject(refused);
    const ofAnna = { ...to, accountId: PEOPLE.anna, reason: 'person-asked' };
    expect((await admin().admin('correctEntryOf', ofAnna)).error).toMatchObject(refused);
    expect(days()).toEqual([TODAY]);
  });

  it('keeps an entry that stands on it correctable', async () => {
    const { entry } = await anna().log(FIRST);
    // Before the daily run comes, which deletes it.
    await app.forge.clock.advance(86_400_000, { deliver: false });
    const shorter = { id: entry.id, startedOn: FIRST, duration: '30m' };
    expect(await anna().user('correctEntry', shorter)).not.toHaveProperty('error');
  });
});

describe('A request to move an entry to such a day', () => {
  const ask = async (startedOn: string) => {
    const { entry } = await anna().log(TODAY);
    const correction = { id: entry.id, startedOn, duration: '1h' };
    return anna().user('openRequest', { type: 'correction', correction });
  };

  it('is not taken', async () => {
    expect((await ask(TOO_OLD)).error).toMatchObject(refused);
    expect(app.stored('request')).toEqual([]);
  });

  it('that has become one since cannot be approved, and says why', async () => {
    const { id } = await ask(FIRST);
    await app.forge.clock.advance(86_400_000);
    const which = { accountId: PEOPLE.anna, type: 'correction', id };
    const { error } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(error).toEqual({
      code: 'CONFLICT',
      says: { key: 'refused-admin.correction-day-too-old' },
    });
    expect(days()).toEqual([TODAY]);
  });
});
