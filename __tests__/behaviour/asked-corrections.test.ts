import { sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { TODAY, useCorrections } from './correction-scene';

const HOUR_MS = 3_600_000;
const { app, anna, admin, logged, ask, asked, entries, mine, toDecide } = useCorrections();

describe('Asking for a correction', () => {
  it('names the entry and what is right, and shows both with the entry as it stands', async () => {
    const correction = await logged();
    const made = await ask(correction);
    expect(made).toMatchObject({ type: 'correction', status: 'open' });
    const shown = {
      id: correction.id,
      startedOn: '2025-12-31',
      seconds: 7200,
      present: { issueId: '20001', startedOn: TODAY, seconds: 3600 },
    };
    expect(await mine()).toMatchObject([{ id: made.id, correction: shown }]);
    expect(await toDecide()).toMatchObject([{ accountId: PEOPLE.anna, correction: shown }]);
    expect(entries()).toMatchObject([{ startedOn: TODAY, seconds: 3600 }]);
  });

  it('is shown at the entry on every list while it waits, and no longer', async () => {
    const correction = await logged();
    const { id } = await ask(correction);
    const asked = { id: correction.id, asked: { startedOn: '2025-12-31', seconds: 7200 } };
    for (const list of ['listEntries', 'getPanel', 'getWeek'] as const)
      expect(await anna().user(list)).toMatchObject({ entries: [asked] });
    await anna().user('withdrawRequest', { type: 'correction', id });
    expect((await anna().user('listEntries')).entries?.[0]).not.toHaveProperty('asked');
  });

  it('is possible for an entry that only goes after an approval, and while the use is restricted', async () => {
    await admin().saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
    const correction = await logged();
    await app.forge.clock.advance(25 * HOUR_MS);
    await anna().user('setRestriction', { restricted: true });
    expect(await anna().user('listEntries')).toMatchObject({ entries: [{ locked: true }] });
    await expect(ask(correction)).resolves.toMatchObject({ status: 'open' });
  });

  test.each<[string, object, object]>([
    ['an entry that is not there', { id: 'f'.repeat(32) }, { code: 'NOT_FOUND' }],
    ['what is no ID of an entry', { id: 'request-0000-0000-1' }, { code: 'NOT_FOUND' }],
    ['tomorrow', { startedOn: '2026-03-03' }, { fields: { startedOn: { key: 'refused.day-to-come' } } }],
    ['no duration', { duration: 'soon' }, { code: 'INVALID' }],
    [
      'more than a day has',
      { startedOn: '2026-03-01' },
      { fields: { duration: { key: 'refused.day-has-left', values: { hours: 1, minutes: 0 } } } },
    ],
    ['what the entry says already', { startedOn: TODAY, duration: '1h' }, { code: 'INVALID' }],
    ['a text beside it', { why: 'because' }, { code: 'INVALID' }],
    ['no day', { startedOn: undefined }, { code: 'INVALID' }],
  ])('for %s is refused, and keeps nothing', async (_, wrong, error) => {
    await anna().log('2026-03-01', '23h');
    const before = app.stored('request');
    expect(await ask(await logged(wrong))).toMatchObject({ error });
    expect(app.stored('request')).toEqual(before);
  });

  it('without an entry is refused, and so is an entry with anything else', async () => {
    const correction = await logged();
    await expect(anna().user('openRequest', { type: 'correction' })).resolves.toMatchObject({
      error: { code: 'INVALID', fields: { correction: { key: expect.any(String) as string } } },
    });
    await expect(anna().user('openRequest', { type: 'access', correction })).resolves.toMatchObject({
      error: { code: 'INVALID' },
    });
    expect(app.stored('request')).toEqual([]);
  });

  it('reaches nobody else’s entry', async () => {
    const correction = await logged();
    await app.person(PEOPLE.ben).log(TODAY);
    expect(await ask(correction, PEOPLE.ben)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await ask(correction, PEOPLE.noData)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('again gives the one that waits; for another entry or value it is refused until that is withdrawn', async () => {
    const { id, correction } = await asked();
    const again = await Promise.all([1, 2, 3].map(() => ask(correction)));
    expect(new Set(again.map((one) => one.id))).toEqual(new Set([id]));
    const other = await logged();
    expect(await ask(other)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await ask({ ...correction, duration: '3h' })).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await mine()).toMatchObject([{ correction: { id: correction.id, seconds: 7200 } }]);
    await anna().user('withdrawRequest', { type: 'correction', id });
    await expect(ask(other)).resolves.toMatchObject({ status: 'open' });
  });

  it('of two that ask at once for different values lets one win', async () => {
    const correction = await logged();
    const answers = await Promise.all([ask(correction), ask({ ...correction, duration: '3h' })]);
    expect(answers.map(({ error }) => error?.code ?? 'asked').sort()).toEqual(['CONFLICT', 'asked']);
  });

  it('is exported and erased with the rest', async () => {
    const { correction } = await asked();
    const { parts } = await anna().user('exportPage');
    expect(parts.find(({ dataSet }) => dataSet === 'request')?.records).toMatchObject([
      { type: 'correction', record: correction.id, day: '2025-12-31', seconds: 7200 },
    ]);
    await anna().user('eraseMyData', { receiptHash: sha256('CODE') });
    await app.forge.queue.settle({ delayed: true });
    expect(JSON.stringify(app.stored())).not.toContain(correction.id);
  });
});
