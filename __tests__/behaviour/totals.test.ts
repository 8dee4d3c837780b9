import { sha256 } from '../../src/privacy/digest';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { ISSUE_TOTAL } from '../../src/timesheet/issue-total';
import { rawRow } from '../setup/rows-of';
import { totalsIn } from '../setup/totals-in';

const app = useForge({ storage: SHORT_PAGES });
const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const [OPEN, HIDDEN]: [string, string] = ['20001', '20003'];
const THREE = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
const admin = () => app.person(PEOPLE.admin);

const save = (more: object) =>
  admin().saveSettings({ retentionDays: {}, selfErasure: 'at-once', removedDays: 30, ...more });
const keepTotals = () => save({ retentionDays: { 'time-entry': 30 }, keepTotals: true });
const pass = (days: number): Promise<void> => app.forge.clock.advance(days * DAY_MS);
const totals = () => totalsIn(app.forge);
const panelOf = (accountId: string, issueId = OPEN) => app.person(accountId).user('getPanel', {}, issueId);

async function threeLog(durations: readonly string[] = ['2h', '1h', '30m']): Promise<void> {
  for (const [at, accountId] of THREE.entries()) await app.person(accountId).log(TODAY, durations[at]);
}

/** Whoever changed the settings is, for having acted. */
const registered = () => app.stored('person').map(({ key }) => key);

const expiredLines = (): AuditLine[] =>
  app
    .stored('audit')
    .map(({ value }) => value as AuditLine)
    .filter(({ event }) => event === 'entries-expired');

describe('Entries of several people that expire', () => {
  it('are only deleted before an administrator decides otherwise', async () => {
    await save({ retentionDays: { 'time-entry': 30 } });
    await threeLog();
    await pass(33);
    expect(app.stored('time-entry')).toEqual([]);
    expect(totals()).toEqual([]);
    expect((await admin().admin('getSettings')).keepTotals).toBe(false);
  });

  it('are added to one total of their issue and are gone, with day totals and registrations', async () => {
    await keepTotals();
    await threeLog();
    await app.person(PEOPLE.anna).log('2026-03-01', '1h', '20002');
    await pass(32);
    expect(totals()).toEqual([{ issueId: OPEN, seconds: 12_600 }]);
    expect(app.stored('time-entry')).toEqual([]);
    expect(app.stored('day-totals')).toEqual([]);
    const lines = expiredLines();
    expect(lines.reduce((all, { records }) => all + (records?.['time-entry'] ?? 0), 0)).toBe(4);
    expect(new Set(lines.map(({ subject }) => subject)).size).toBe(3);
    await pass(3);
    expect(registered()).toEqual([PEOPLE.admin]);
    expect(totals()).toEqual([{ issueId: OPEN, seconds: 12_600 }]);
  });

  it('leave no account ID, token, day or time in the total', async () => {
    await keepTotals();
    await threeLog();
    const known = [...THREE, ...app.stored('person').map(({ value }) => (value as { token: string }).token)];
    const ids = app.stored('time-entry').map(({ key }) => key.split('#')[1] ?? '');
    await pass(32);
    const [row] = app.stored('issue-total');
    expect(row?.key).toBe(OPEN);
    expect(Object.keys(row?.value as object).sort()).toEqual(['issueId', 'seconds', 'version']);
    const text = JSON.stringify(totals());
    for (const secret of [...known, ...ids, '2026']) expect(text).not.toContain(secret);
  });

  it('of a later day are added to the same total', async () => {
    await keepTotals();
    await threeLog();
    await pass(5);
    for (const accountId of THREE) await app.person(accountId).log('2026-03-07', '10m');
    await pass(32);
    expect(totals()).toEqual([{ issueId: OPEN, seconds: 12_600 + 1800 }]);
  });

  test.each([
    ['of two people only', ['2h', '1h', undefined]],
    ['where one has nearly all', ['9h', '10m', '10m']],
    ['where two have nearly all', ['5h', '5h', '10m']],
  ])('%s are only deleted', async (_, durations) => {
    await keepTotals();
    for (const [at, accountId] of THREE.entries()) {
      if (durations[at] !== undefined) await app.person(accountId).log(TODAY, durations[at]);
    }
    await pass(32);
    expect(app.stored('time-entry')).toEqual([]);
    expect(totals()).toEqual([]);
  });

  it('of someone who restricted the use of their data stay, and count as nobody’s', async () => {
    await keepTotals();
    await threeLog();
    await app.person(PEOPLE.chloe).user('setRestriction', { restricted: true });
    await pass(32);
    expect(app.stored('time-entry')).toMatchObject([{ value: { accountId: PEOPLE.chloe } }]);
    expect(totals()).toEqual([]);
  });

  it('of someone who was removed from the site are only deleted, and count as nobody’s', async () => {
    await keepTotals();
    await threeLog();
    await app.forge.jira.removeFromSite(PEOPLE.chloe);
    await pass(32);
    expect(app.stored('time-entry')).toEqual([]);
    expect(totals()).toEqual([]);
  });

  it('on different days of expiry are only deleted: nothing waits for others', async () => {
    await keepTotals();
    for (const [at, accountId] of THREE.entries()) {
      await app.person(accountId).log(['2026-03-02', '2026-02-28', '2026-02-26'][at] ?? '', '1h');
    }
    await pass(32);
    expect(app.stored('time-entry')).toEqual([]);
    expect(totals()).toEqual([]);
  });
});

describe('What is not added to any total', () => {
  it('is what people delete or erase, and what they added stays when they go', async () => {
    await keepTotals();
    await threeLog();
    await pass(32);
    await threeLog(['1h', '1h', '1h']);
    const preview = await app.person(PEOPLE.anna).user('previewErasure');
    expect(preview.kept.find(({ title }) => title === 'data.issue-total-title')?.why).toContainEqual({
      words: 'data.issue-total-erasure',
    });
    for (const accountId of THREE) {
      await app.person(accountId).user('eraseMyData', { receiptHash: sha256('a code') });
    }
    await app.forge.queue.settle({ delayed: true });
    expect(registered()).toEqual([PEOPLE.admin]);
    expect(totals()).toEqual([{ issueId: OPEN, seconds: 12_600 }]);
  });

  it('and the preview of an erasure says nothing of totals where none are kept', async () => {
    await threeLog();
    const preview = await app.person(PEOPLE.anna).user('previewErasure');
    expect(preview.kept.map(({ title }) => title)).not.toContain('data.issue-total-title');
  });
});

describe('The time without names', () => {
  it('is shown on the issue to who may see it, and to nobody else', async () => {
    await keepTotals();
    await threeLog();
    await pass(32);
    const { storageId } = app.forge.installations.get();
    const value = { version: 1, issueId: HIDDEN, seconds: 7200 };
    await app.forge.storage.load(storageId, [rawRow(ISSUE_TOTAL, HIDDEN, value)]);
    expect((await panelOf(PEOPLE.noData)).secondsWithoutNames).toBe(12_600);
    expect((await panelOf(PEOPLE.noData, '20002')).secondsWithoutNames).toBeUndefined();
    expect((await panelOf(PEOPLE.anna, HIDDEN)).secondsWithoutNames).toBe(7200);
    expect((await panelOf(PEOPLE.ben, HIDDEN)).secondsWithoutNames).toBeUndefined();
    const { totals: kept } = await admin().admin('getSettings');
    expect(kept).toMatchObject([{ title: 'data.issue-total-title', totals: 2, amount: 19_800, more: false }]);
  });

  it('is not said to be nothing where Jira does not answer', async () => {
    await keepTotals();
    await threeLog();
    await pass(32);
    app.forge.faults.add({ remote: 'jira', outcome: { kind: 'answer', status: 503 } });
    const panel = await panelOf(PEOPLE.noData);
    expect(panel.error).toBeUndefined();
    expect(panel.secondsWithoutNames).toBe('no-answer');
    expect((await panelOf(PEOPLE.noData, '20002')).secondsWithoutNames).toBeUndefined();
  });

  it('that a run still adds while it is switched off goes with the next daily run', async () => {
    const { storageId } = app.forge.installations.get();
    const value = { version: 1, issueId: OPEN, seconds: 7200 };
    await app.forge.storage.load(storageId, [rawRow(ISSUE_TOTAL, OPEN, value)]);
    await pass(1);
    expect(totals()).toEqual([]);
  });

  it('stays as it was decided where other settings are saved', async () => {
    await keepTotals();
    expect((await save({ removedDays: 10 })).keepTotals).toBe(true);
    const waiting = app.forge.queue.pending().map(({ body }) => body);
    expect(waiting).not.toContainEqual({ job: 'totals' });
  });

  it('is in the notice, which then has another version', async () => {
    const before = await app.person(PEOPLE.anna).user('getNotice');
    await keepTotals();
    await save({ retentionDays: { 'time-entry': 1095 } });
    const after = await app.person(PEOPLE.anna).user('getNotice');
    const words = ({ dataSets }: typeof after) =>
      dataSets.find(({ name }) => name === 'time-entry')?.retention;
    expect(words(before)).not.toContain('total');
    expect(words(after)).toContain('three or more people');
    expect(after.version).not.toBe(before.version);
    const { activities } = await admin().admin('getRecordOfProcessing');
    expect(activities.at(-1)?.name).toBe('Adding up time without names');
    expect(activities[0]?.retention.join(' ')).toContain('no person and no day');
  });
});

describe('The preview of retention', () => {
  it('says how many entries would be added to totals', async () => {
    await keepTotals();
    await threeLog();
    await app.person(PEOPLE.anna).log('2026-03-01', '1h', '20002');
    await app.forge.clock.advance(31 * DAY_MS, { deliver: false });
    const { dataSets } = await admin().admin('previewRetention');
    expect(dataSets.find(({ dataSet }) => dataSet === 'time-entry')).toMatchObject({ records: 4, added: 3 });
    expect(app.stored('time-entry')).toHaveLength(4);
    expect(totals()).toEqual([]);
  });

  it('counts rows whose period is fixed, and registrations without records', async () => {
    const { entry } = await app.person(PEOPLE.anna).log(TODAY);
    await app.person(PEOPLE.anna).user('deleteEntries', { ids: [entry.id] });
    await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    await app.forge.clock.advance(366 * DAY_MS, { deliver: false });
    const { dataSets, people } = await admin().admin('previewRetention');
    const count = (name: string) => dataSets.find(({ dataSet }) => dataSet === name)?.records;
    const counted = { audit: count('audit'), administrator: count('administrator'), person: count('person') };
    // The administrator who looked is one of them: what led to them from the line goes with it.
    expect({ ...counted, people }).toEqual({
      audit: 1,
      administrator: 1,
      person: 1,
      people: 2,
    });
    await app.forge.schedule.run('daily');
    const left = app.stored('audit').map(({ value }) => (value as AuditLine).event);
    expect(left).not.toContain('entries-viewed');
    await app.forge.queue.settle({ delayed: true });
    // The row of the administrator was their last record; their registration follows.
    expect(registered()).toEqual([PEOPLE.admin]);
    await pass(3);
    expect(app.stored('person')).toEqual([]);
  });
});
