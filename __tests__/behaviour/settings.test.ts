import { loadOwnLines } from '../setup/loaded-lines';
import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const admin = () => app.person(PEOPLE.admin);
const saving = (more: object = {}) => ({
  retentionDays: { 'time-entry': 90 },
  selfErasure: 'at-once',
  removedDays: 30,
  ...more,
});
const periodOf = async (dataSet: string) =>
  (await admin().admin('getSettings')).retention.find((one) => one.dataSet === dataSet);

describe('The settings', () => {
  it('are the standard before anyone saved any, with the limits of the data map', async () => {
    const { selfErasure, removedDays } = await admin().admin('getSettings');
    expect({ selfErasure, removedDays }).toEqual({ selfErasure: 'at-once', removedDays: 30 });
    expect(await periodOf('time-entry')).toMatchObject({ days: 1095, least: 30, most: 3650 });
    expect(app.stored()).toEqual([]);
  });

  it('once saved are in force, in the notice and for entries, and in the audit log', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await admin().saveSettings(saving({ selfErasure: 'after-approval', removedDays: 0 }));
    expect(await periodOf('time-entry')).toMatchObject({ days: 90 });
    await expect(admin().admin('getSettings')).resolves.toMatchObject({
      selfErasure: 'after-approval',
      removedDays: 0,
    });
    const { entries } = await app.person(PEOPLE.anna).user('listEntries');
    expect(entries).toMatchObject([{ keptUntil: '2026-05-31' }]);
    const { dataSets } = await app.person(PEOPLE.anna).user('getNotice');
    expect(dataSets.find(({ name }) => name === 'time-entry')?.retention).toContain('90 days');
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.map(({ event, role }) => [event, role]).sort()).toEqual([
      ['settings-change-waits', 'administrator'],
      ['settings-changed', 'administrator'],
    ]);
  });

  it('that are not given stay as they are', async () => {
    await admin().saveSettings(saving({ retentionDays: { request: 400 } }));
    await admin().saveSettings(saving());
    expect(await periodOf('request')).toMatchObject({ days: 400 });
  });

  test.each([
    ['retentionDays.time-entry', { retentionDays: { 'time-entry': 29 } }],
    ['retentionDays.time-entry', { retentionDays: { request: 400, 'time-entry': 3651 } }],
    ['retentionDays.time-entry', { retentionDays: { 'time-entry': 90.5 } }],
    ['retentionDays', { retentionDays: { person: 90 } }],
    ['retentionDays', { retentionDays: { toString: 90 } }],
    ['removedDays', { removedDays: 366 }],
    ['removedDays', { removedDays: -1 }],
    ['selfErasure', { selfErasure: 'never' }],
    ['controllerPage', { controllerPage: '99999' }],
    ['controllerPage', { controllerPage: 'ABC-1' }],
    ['basis.departures', { bases: { departures: 'legal-obligation' } }],
    ['basis.legal-duty', { bases: { 'legal-duty': 'contract' } }],
    ['bases', { bases: { advertising: 'contract' } }],
    ['bases', { bases: { toString: 'contract' } }],
  ])('outside their limits are refused at %s: %j', async (field, more) => {
    const { error } = await admin().saveSettings(saving(more));
    expect(Object.keys(error?.fields ?? {})).toEqual([field]);
    expect(app.stored()).toEqual([]);
  });
});

describe('Who is responsible, and on which legal basis,', () => {
  const lacks = async () => (await admin().admin('getDashboard')).noticeLacks;
  const record = () => admin().admin('getRecordOfProcessing');

  it('is said to be missing until administrators choose it', async () => {
    await expect(lacks()).resolves.toEqual(['controller', 'legal-basis']);
    const { controller, activities } = await record();
    expect(controller).toMatch(/has not named a page/);
    for (const { lawfulBasis } of activities) expect(lawfulBasis).toMatch(/has not chosen/);
    const { dataSets } = await app.person(PEOPLE.anna).user('getNotice');
    for (const { lawfulBasis } of dataSets) expect(lawfulBasis).toMatch(/has not chosen/);
  });

  it('once chosen stands in the notice, the record and the audit log, and can be taken back', async () => {
    const { bases } = await admin().admin('getSettings');
    const chosen = Object.fromEntries(bases.map(({ purpose, allowed }) => [purpose, allowed.at(-1)]));
    await admin().saveSettings(saving({ controllerPage: '20001', bases: chosen }));
    await expect(lacks()).resolves.toEqual([]);
    await expect(admin().admin('getSettings')).resolves.toMatchObject({ controllerPage: '20001' });
    const { controllerPage, activities } = await record();
    expect(controllerPage).toBe('20001');
    expect(activities.map(({ lawfulBasis }) => /6\(1\)\([a-f]\)/.test(lawfulBasis))).not.toContain(false);
    const { rows } = await admin().admin('getAuditLog');
    const changes = rows.flatMap((line) => line.changes ?? []);
    expect(changes).toContainEqual({ setting: 'controllerPage', isId: '20001' });
    expect(changes).toContainEqual(
      expect.objectContaining({ setting: 'basis', purpose: 'departures', was: 'not-chosen' }),
    );
    await admin().saveSettings(saving({ controllerPage: 'none', bases: { proof: 'not-chosen' } }));
    await expect(lacks()).resolves.toEqual(['controller', 'legal-basis']);
  });

  it('is saved only where the administrator sees the work item, or Jira does not say', async () => {
    const undo = app.forge.faults.add({ path: '/rest/api/3/issue/20001', outcome: { kind: 'cut' } });
    const { error } = await admin().saveSettings(saving({ controllerPage: '20001' }));
    expect(error?.code).toBe('TRY_LATER');
    undo();
    expect(app.stored()).toEqual([]);
  });
});

describe('The preview of retention', () => {
  const preview = async (retentionDays?: Record<string, number>) => {
    const answer = await admin().admin('previewRetention', retentionDays ? { retentionDays } : {});
    return { ...answer, entries: answer.dataSets?.find(({ dataSet }) => dataSet === 'time-entry') };
  };

  it('is what the next run removes, and removes nothing itself', async () => {
    await app.person(PEOPLE.anna).log('2026-03-01');
    await app.person(PEOPLE.anna).log(TODAY);
    await app.person(PEOPLE.ben).log(TODAY);
    await app.forge.clock.advance(100 * DAY_MS);
    await app.person(PEOPLE.ben).log('2026-06-10');
    await admin().saveSettings(saving());
    const before = app.stored();
    expect(await preview()).toMatchObject({ entries: { records: 3, more: false }, people: 2 });
    expect(app.stored()).toEqual(before);
    await app.forge.schedule.run('daily');
    expect(app.stored('time-entry')).toHaveLength(
      before.filter((row) => row.entityName === 'time-entry').length - 3,
    );
    expect(await preview()).toMatchObject({ entries: { records: 0 }, people: 0 });
  });

  it('tries periods that are not saved yet', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await app.forge.clock.advance(40 * DAY_MS);
    expect(await preview()).toMatchObject({ entries: { records: 0 }, people: 0 });
    expect(await preview({ 'time-entry': 30 })).toMatchObject({ entries: { records: 1 }, people: 1 });
    expect((await preview({ 'time-entry': 29 })).error?.code).toBe('INVALID');
    expect(await periodOf('time-entry')).toMatchObject({ days: 1095 });
  });

  it('counts strictly while the index still lists what is gone', async () => {
    const { entry } = await app.person(PEOPLE.anna).log(TODAY);
    await app.person(PEOPLE.anna).log(TODAY);
    await app.forge.clock.advance(40 * DAY_MS);
    app.forge.storage.settings.queryLagMs = 600_000;
    await app.person(PEOPLE.anna).user('deleteEntries', { ids: [entry.id] });
    expect(await preview({ 'time-entry': 30 })).toMatchObject({ entries: { records: 1 } });
  });

  it('counts up to its cap and says that there is more', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 1001 }]);
    await app.forge.clock.advance(40 * DAY_MS, { deliver: false });
    const { entries, cap } = await preview({ 'time-entry': 30 });
    expect(entries).toMatchObject({ records: cap, more: true });
  });

  it('counts lines of the audit log up to its cap, and says that there is more', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await loadOwnLines(app.forge, PEOPLE.anna, 1101);
    await app.forge.clock.advance(366 * DAY_MS, { deliver: false });
    const { dataSets, cap } = await preview();
    expect(dataSets.find(({ dataSet }) => dataSet === 'audit')).toMatchObject({ records: cap, more: true });
  });
});
