import { loadPeople } from '../setup/loaded-person';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ startAt: TEST_START + 20 * 60_000 });
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const RETENTION = 30;

const pass = (days: number): Promise<void> => app.forge.clock.advance(days * DAY_MS);
const save = (more: object = {}) =>
  admin().saveSettings({
    retentionDays: { 'time-entry': RETENTION },
    selfErasure: 'at-once',
    removedDays: 30,
    ...more,
  });
const restrictAnna = (restricted: boolean) =>
  admin().admin('setRestrictionOf', {
    accountId: PEOPLE.anna,
    reason: restricted ? 'legal-duty' : 'person-asked',
    restricted,
  });
const entriesOf = (accountId: string): number =>
  app.stored('time-entry').filter(({ key }) => key.startsWith(accountId)).length;
const isHere = (accountId: string): boolean => JSON.stringify(app.stored()).includes(accountId);
const lines = (event: string): unknown[] =>
  app
    .stored('audit')
    .map(({ value }) => value)
    .filter((line) => (line as { event: string }).event === event);

describe('Records whose period has passed', () => {
  test.each([
    ['the person', () => anna().user('setRestriction', { restricted: true })],
    ['an administrator', () => restrictAnna(true)],
  ])('stay while a restriction of %s stands, and go once it is lifted', async (_, restrict) => {
    await save();
    await anna().log(TODAY);
    await app.person(PEOPLE.ben).log(TODAY);
    await restrict();
    await pass(RETENTION + 3);
    expect([entriesOf(PEOPLE.anna), entriesOf(PEOPLE.ben)]).toEqual([1, 0]);
    const { entries } = await anna().user('listEntries');
    expect(entries).toMatchObject([{ held: true }]);
    expect((await anna().user('getPanel')).entries).toMatchObject([{ held: true }]);
    const { dataSets } = await admin().admin('previewRetention');
    expect(dataSets).toContainEqual(
      expect.objectContaining({ dataSet: 'time-entry', records: 0, held: 1, more: false }),
    );
    await restrictAnna(false);
    expect((await anna().user('listEntries')).entries[0]).not.toHaveProperty('held');
    await pass(2);
    expect(entriesOf(PEOPLE.anna)).toBe(0);
  });

  it('go under a restriction that only came of a removal', async () => {
    await save({ removedDays: 0 });
    await anna().log(TODAY);
    await app.forge.jira.removeFromSite(PEOPLE.anna);
    await pass(RETENTION + 3);
    expect(entriesOf(PEOPLE.anna)).toBe(0);
  });

  it('of others go though thousands that are held lie before them, and those go once they are free', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 2600 }]);
    await restrictAnna(true);
    await app.person(PEOPLE.ben).log(TODAY);
    await save();
    await pass(RETENTION + 3);
    await app.forge.queue.settle({ delayed: true });
    expect([entriesOf(PEOPLE.anna), entriesOf(PEOPLE.ben)]).toEqual([2600, 0]);
    const { dataSets } = await admin().admin('previewRetention');
    expect(dataSets).toContainEqual(
      expect.objectContaining({ dataSet: 'time-entry', records: 0, held: 2600, more: false }),
    );
    await restrictAnna(false);
    await pass(2);
    await app.forge.queue.settle({ delayed: true });
    expect(entriesOf(PEOPLE.anna)).toBe(0);
  });

  it('stay where the restriction comes while the run is at work', async () => {
    await save();
    await anna().log(TODAY);
    await app.forge.clock.advance((RETENTION + 1) * DAY_MS, { deliver: false });
    let restricted: Promise<unknown> | undefined;
    app.forge.faults.add({
      path: '/api/v1/transaction',
      functionKey: 'run-daily',
      times: 1,
      matches: () => {
        restricted ??= restrictAnna(true);
        return true;
      },
      outcome: { kind: 'rate-limited' },
    });
    await app.forge.schedule.run('daily');
    expect((await restricted) as object).not.toHaveProperty('error');
    expect(entriesOf(PEOPLE.anna)).toBe(1);
  });
});

describe('A registration without records', () => {
  const empty = async (): Promise<void> => {
    const { entry } = await anna().log(TODAY);
    await anna().user('deleteEntries', { ids: [entry.id] });
  };
  const isPreviewed = async (): Promise<number | undefined> =>
    (await admin().admin('previewRetention')).dataSets.find(({ dataSet }) => dataSet === 'person')?.records;

  test.each([
    ['the person', () => anna().user('setRestriction', { restricted: true })],
    ['an administrator', () => restrictAnna(true)],
  ])('stays while a restriction of %s stands, and goes once it is lifted', async (_, restrict) => {
    await empty();
    await restrict();
    await pass(5);
    expect((await anna().user('getOverview')).restriction).toBeDefined();
    expect(await anna().log(TODAY)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await isPreviewed()).toBe(0);
    await restrictAnna(false);
    await pass(1.5);
    expect(await isPreviewed()).toBe(1);
    await pass(2);
    expect(isHere(PEOPLE.anna)).toBe(false);
  });

  it('stays where the last record goes under a restriction', async () => {
    const { entry } = await anna().log(TODAY);
    await restrictAnna(true);
    await anna().user('deleteEntries', { ids: [entry.id] });
    await pass(5);
    expect((await anna().user('getOverview')).restriction).toMatchObject({ by: 'administrator' });
  });

  it('goes under a restriction that only came of a removal', async () => {
    await empty();
    await app.forge.jira.removeFromSite(PEOPLE.anna);
    await pass(3);
    expect(isHere(PEOPLE.anna)).toBe(false);
  });
});

describe('Somebody who was removed from the site', () => {
  const idsOfEntries = () => app.stored('time-entry').map(({ key }) => key.split('#')[1]);
  const removeAnna = () => app.forge.jira.removeFromSite(PEOPLE.anna);
  const comeBack = () => app.forge.jira.changePerson(PEOPLE.anna, { removed: false });

  test.each([
    ['looks at the panel', () => anna().user('getPanel')],
    ['opens My data', () => anna().user('getOverview')],
    ['logs time', () => anna().log(TODAY)],
    ['asks for access', () => anna().user('openRequest', { type: 'access' })],
    ['deletes an entry', () => anna().user('deleteEntries', { ids: idsOfEntries() })],
  ])('and comes back, and then %s, is not erased and can work', async (_, use) => {
    await anna().log(TODAY);
    await removeAnna();
    // Jira does not answer about her when she changes, so that her own use is what counts.
    app.forge.faults.add({ remote: 'jira', times: 1, outcome: { kind: 'answer', status: 503 } });
    await comeBack();
    expect(lines('came-back')).toEqual([]);
    expect(await use()).not.toHaveProperty('error');
    expect(lines('came-back')).toMatchObject([{ role: 'person' }]);
    expect((await anna().user('getOverview')).restriction).toBeUndefined();
    expect(await anna().log(TODAY)).not.toHaveProperty('error');
    expect((await admin().admin('listRemoved')).removed).toEqual([]);
    await pass(33);
    expect(entriesOf(PEOPLE.anna)).toBeGreaterThan(0);
    expect(lines('came-back')).toHaveLength(1);
  });

  it('is not erased once an administrator has lifted the restriction', async () => {
    await anna().log(TODAY);
    await removeAnna();
    await restrictAnna(false);
    expect((await admin().admin('listRemoved')).removed).toEqual([]);
    await pass(33);
    expect(entriesOf(PEOPLE.anna)).toBe(1);
  });

  it('keeps a restriction of their own when they come back', async () => {
    await anna().log(TODAY);
    await anna().user('setRestriction', { restricted: true });
    await removeAnna();
    await comeBack();
    expect((await anna().user('getOverview')).restriction).toMatchObject({ by: 'person' });
    await anna().user('setRestriction', { restricted: false });
    await pass(33);
    expect(entriesOf(PEOPLE.anna)).toBe(1);
  });

  it('is not erased while a restriction of an administrator stands, who sees that', async () => {
    await anna().log(TODAY);
    await removeAnna();
    expect(await restrictAnna(true)).toMatchObject({ restriction: { by: 'administrator' } });
    await pass(33);
    expect(entriesOf(PEOPLE.anna)).toBe(1);
    expect((await admin().admin('listRemoved')).removed).toMatchObject([{ held: true }]);
  });

  it('is erased at once, restricted or not, when Atlassian says that the account is closed', async () => {
    await anna().log(TODAY);
    await restrictAnna(true);
    await app.forge.jira.closeAccount(PEOPLE.anna);
    await pass(20);
    expect(isHere(PEOPLE.anna)).toBe(false);
  });
});

describe('With an approval to wait for', () => {
  const approve = () => save({ selfErasure: 'after-approval' });

  it('a person deletes what they logged in the last day, and nothing older, alone or among others', async () => {
    await approve();
    const old = await anna().log(TODAY);
    await pass(2);
    const slip = await anna().log(TODAY);
    const both = { ids: [slip.entry.id, old.entry.id] };
    const { error } = await anna().user('deleteEntries', both);
    expect(error?.says.key).toBe('refused.deletion-needs-approval');
    expect(entriesOf(PEOPLE.anna)).toBe(2);
    const shown = (await anna().user('listEntries')).entries.map(({ id, locked }) => [id, locked]);
    expect(new Map(shown as Array<[string, true | undefined]>)).toEqual(
      new Map([
        [slip.entry.id, undefined],
        [old.entry.id, true],
      ]),
    );
    expect(await anna().user('deleteEntries', { ids: [slip.entry.id] })).toMatchObject({ deleted: 1 });
    expect(await anna().user('deleteEntries', { ids: [old.entry.id] })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(entriesOf(PEOPLE.anna)).toBe(1);
  });

  it('an administrator deletes any of them, and so does the person once no approval is asked for', async () => {
    await approve();
    const [one, other] = [await anna().log(TODAY), await anna().log(TODAY)];
    await pass(2);
    const asked = { accountId: PEOPLE.anna, reason: 'correction', ids: [one.entry.id] };
    expect(await admin().admin('deleteEntriesOf', asked)).toMatchObject({ deleted: 1 });
    await save();
    expect((await anna().user('listEntries')).entries[0]).not.toHaveProperty('locked');
    expect(await anna().user('deleteEntries', { ids: [other.entry.id] })).toMatchObject({ deleted: 1 });
  });
});
