import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';
const DAYS = ['2024-12-31', '2025-12-31', '2026-01-01', '2026-03-01', TODAY];

const stored = (entity: string) =>
  app
    .stored(entity)
    .map(({ key, value }) => ({ key, ...(value as object) }))
    .sort((one, other) => one.key.localeCompare(other.key));

/** Entries of Anna over several years. */
async function logged(count: number): Promise<string[]> {
  const anna = app.person(PEOPLE.anna);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    ids.push((await anna.log(DAYS[at % DAYS.length] ?? TODAY, `${10 + at}m`)).entry.id);
  }
  return ids;
}

const undo = (token: string | undefined, who: string = PEOPLE.anna) =>
  app.person(who).user('undoChange', { undo: token });

describe('What was deleted', () => {
  it('is put back as it stood, with its ID and its end', async () => {
    const ids = await logged(20);
    const before = [stored('time-entry'), stored('day-totals')];
    const deleted = await app.person(PEOPLE.anna).user('deleteEntries', { ids });
    expect(stored('time-entry')).toEqual([]);
    expect(deleted).toMatchObject({ deleted: 20, remaining: 0 });
    await app.forge.clock.advance(30_000);
    const back = await undo(deleted.undo);
    expect(new Set(back.entries.map(({ id }) => id))).toEqual(new Set(ids));
    expect([stored('time-entry'), stored('day-totals')]).toEqual(before);
    // A second click, or an answer that was lost.
    await expect(undo(deleted.undo)).resolves.toMatchObject({ entries: back.entries });
    expect([stored('time-entry'), stored('day-totals')]).toEqual(before);
  });

  it('stays deleted after two minutes', async () => {
    const { undo: token } = await app.person(PEOPLE.anna).user('deleteEntries', { ids: await logged(1) });
    await app.forge.clock.advance(121_000);
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored('time-entry')).toEqual([]);
  });

  it('is not offered back beyond twenty entries, and never to administrators', async () => {
    const anna = app.person(PEOPLE.anna);
    const many = await anna.user('deleteEntries', { ids: await logged(21) });
    expect(many).toEqual({ deleted: 21, remaining: 0 });
    const byOther = await app.person(PEOPLE.admin).admin('deleteEntriesOf', {
      accountId: PEOPLE.anna,
      reason: 'security',
      ids: await logged(1),
    });
    expect(byOther).toEqual({ deleted: 1, remaining: 0 });
  });

  it('comes back only for whom it was, and only as it was given', async () => {
    const { undo: token = '' } = await app
      .person(PEOPLE.anna)
      .user('deleteEntries', { ids: await logged(2) });
    await app.person(PEOPLE.ben).log(TODAY);
    await expect(undo(token, PEOPLE.ben)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    const other = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    await expect(undo(other)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    await expect(undo('short')).resolves.toMatchObject({ error: { code: 'INVALID' } });
    expect(stored('time-entry')).toHaveLength(1);
  });

  it('does not come back after an erasure, though the person does', async () => {
    const anna = app.person(PEOPLE.anna);
    const [first = '', second = ''] = await logged(2);
    const { undo: token } = await anna.user('deleteEntries', { ids: [first] });
    await anna.user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(100_000);
    await anna.log(TODAY);
    await expect(undo(token)).resolves.toMatchObject({ error: {} });
    expect(stored('time-entry')).toHaveLength(1);
    expect(stored('time-entry')[0]?.key).not.toContain(second);
  });

  it('needs room in its day', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '20h');
    const { undo: token } = await anna.user('deleteEntries', { ids: [entry.id] });
    await anna.log(TODAY, '5h');
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'INVALID' } });
    expect(stored('time-entry')).toMatchObject([{ seconds: 5 * 3600 }]);
  });
});

describe('What was corrected', () => {
  it('is taken back, with the day it had', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log('2026-01-01', '1h');
    const before = [stored('time-entry'), stored('day-totals')];
    const { undo: token } = await anna.user('correctEntry', {
      id: entry.id,
      startedOn: '2025-12-31',
      duration: '2h',
    });
    await expect(undo(token)).resolves.toEqual({ entries: [entry] });
    expect([stored('time-entry'), stored('day-totals')]).toEqual(before);
  });

  it('does not come back where it was deleted since', async () => {
    const anna = app.person(PEOPLE.anna);
    const { entry } = await anna.log(TODAY, '1h');
    const { undo: token } = await anna.user('correctEntry', {
      id: entry.id,
      startedOn: TODAY,
      duration: '2h',
    });
    await anna.user('deleteEntries', { ids: [entry.id] });
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(stored('time-entry')).toEqual([]);
  });
});

describe('What was corrected and then changed again', () => {
  const corrected = async (id: string, duration: string) =>
    app.person(PEOPLE.anna).user('correctEntry', { id, startedOn: TODAY, duration });

  it('by an administrator stays as that left it', async () => {
    const { entry } = await app.person(PEOPLE.anna).log(TODAY, '1h');
    const { undo: token } = await corrected(entry.id, '2h');
    await app.person(PEOPLE.admin).admin('correctEntryOf', {
      accountId: PEOPLE.anna,
      reason: 'correction',
      id: entry.id,
      startedOn: TODAY,
      duration: '3h',
    });
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored('time-entry')).toMatchObject([{ seconds: 3 * 3600 }]);
  });

  it('by the person stays, where an undo that was carried out comes once more', async () => {
    const { entry } = await app.person(PEOPLE.anna).log(TODAY, '1h');
    const { undo: token } = await corrected(entry.id, '2h');
    await expect(undo(token)).resolves.toEqual({ entries: [entry] });
    await expect(undo(token)).resolves.toEqual({ entries: [entry] });
    await corrected(entry.id, '3h');
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored('time-entry')).toMatchObject([{ seconds: 3 * 3600 }]);
  });

  it('is another entry, where one was logged anew with the same form', async () => {
    const anna = app.person(PEOPLE.anna);
    const log = (issueId: string) =>
      anna.user('logTime', { requestId: 'f'.repeat(32), startedOn: TODAY, duration: '1h', issueId });
    const { entry } = await log('20001');
    const { undo: token } = await corrected(entry.id, '2h');
    await anna.user('deleteEntries', { ids: [entry.id] });
    await app.forge.clock.advance(1_000);
    await log('20002');
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored('time-entry')).toMatchObject([{ issueId: '20002', seconds: 3600 }]);
  });

  it('waits for an approval, once a correction of the entry does', async () => {
    await app
      .person(PEOPLE.admin)
      .saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
    const { entry } = await app.person(PEOPLE.anna).log(TODAY, '1m');
    await app.forge.clock.advance(24 * 3_600_000 - 30_000);
    const { undo: token } = await corrected(entry.id, '8h');
    await app.forge.clock.advance(60_000);
    await expect(undo(token)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored('time-entry')).toMatchObject([{ seconds: 8 * 3600 }]);
  });
});

test('deleting, correcting and undoing that is cut off at any call can be done again, and ends the same', async () => {
  const anna = app.person(PEOPLE.anna);
  for (let call = 1; call <= 6; call += 1) {
    const { entry } = await anna.log(TODAY, '1h');
    const crash = app.forge.faults.crashAt(call);
    await anna
      .user('correctEntry', { id: entry.id, startedOn: '2026-03-01', duration: '2h' })
      .catch(() => undefined);
    crash();
    await anna.user('correctEntry', { id: entry.id, startedOn: '2026-03-01', duration: '2h' });
    const { undo: token } = await anna.user('deleteEntries', { ids: [entry.id] });
    const again = app.forge.faults.crashAt(call);
    await undo(token).catch(() => undefined);
    again();
    await expect(undo(token)).resolves.toMatchObject({ entries: [{ id: entry.id, seconds: 7200 }] });
    await anna.user('deleteEntries', { ids: [entry.id] });
  }
});
