import { DATA_MAP } from '../../src/data-map';
import { sha256 } from '../../src/privacy/digest';
import { loadOwnLines } from '../setup/loaded-lines';
import { dataWords, sentencesWords } from '../../static/shared/map-words';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

/** Anna is an administrator, too, so that every kind of record is about her. */
const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.anna ? { ...one, isAdmin: true } : one,
);
const app = useForge({ site: { ...TEST_SITE, people } });
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const TODAY = '2026-03-02';
const receiptHash = sha256('a code');
const ABOUT_PEOPLE = DATA_MAP.filter(({ about }) => about === 'person' || about === 'people');

/** Sets for how long entries are kept, as an administrator's settings would stand in storage. */
const keepFor = (days: number): Promise<void> =>
  app.forge.storage.load(app.forge.installations.get().storageId, [
    { store: 'plain', key: 'settings', value: { retentionDays: { 'time-entry': days } } },
  ]);

describe('The overview', () => {
  it('of someone without data says so', async () => {
    await expect(app.person(PEOPLE.noData).user('getOverview')).resolves.toEqual({
      accountId: PEOPLE.noData,
      dataSets: [],
      accesses: [],
      news: {},
      notice: { version: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
    });
  });

  it('shows every data set kept about the person, with purpose, basis, period and strict count', async () => {
    app.forge.storage.settings.queryLagMs = 3_600_000;
    await anna().log(TODAY);
    await anna().log('2025-12-31');
    await anna().user('openRequest', { type: 'access' });
    await app.person(PEOPLE.ben).log(TODAY);
    await anna().admin('listEntriesOf', { accountId: PEOPLE.ben, reason: 'security' });
    const { dataSets } = await anna().user('getOverview');
    const of = { person: 1, standing: 1, cohort: 1, administrator: 1 };
    const counts = { 'time-entry': 2, 'day-totals': 2, request: 1, ...of };
    expect(Object.fromEntries(dataSets.map(({ name, records }) => [name, records]))).toEqual(counts);
    expect(Object.keys(counts).sort()).toEqual(ABOUT_PEOPLE.map(({ name }) => name).sort());
    for (const { title, what, purpose, lawfulBasis, retention } of dataSets) {
      const basis = sentencesWords(lawfulBasis);
      const explained = [title, what, purpose].map((key) => dataWords(key, ''));
      for (const words of [...explained, basis, sentencesWords(retention)])
        expect(words.length).toBeGreaterThan(8);
      expect(basis).toMatch(/has not chosen a legal basis yet/);
    }
  });

  it('says since when', async () => {
    const { entry } = await anna().log(TODAY);
    const { registeredAt = '' } = await anna().user('getOverview');
    expect(Math.abs(Date.parse(registeredAt) - Date.parse(entry.createdAt))).toBeLessThan(1000);
  });
});

describe('The notice', () => {
  it('tells of every data set that is about people, field by field', async () => {
    const { dataSets } = await anna().user('getNotice');
    const told = DATA_MAP.filter(({ about }) => about !== 'nobody');
    expect(dataSets.map(({ name }) => name)).toEqual(told.map(({ name }) => name));
    for (const { name, fields } of dataSets) {
      const set = told.find((one) => one.name === name);
      expect(fields.map((field) => field.name)).toEqual(Object.keys(set?.fields ?? {}));
    }
  });

  it('has a new version when the period changes, which everyone is shown until they acknowledge it', async () => {
    await anna().log(TODAY);
    const { version } = await anna().user('getNotice');
    await anna().user('acknowledgeNotice', { version });
    await expect(anna().user('getPanel')).resolves.toMatchObject({ notice: { version, acknowledged: true } });
    await keepFor(90);
    const panel = await anna().user('getPanel');
    expect(panel.notice.version).not.toBe(version);
    expect(panel.notice.acknowledged).toBe(false);
    expect(panel.notice.line).toContain('for 90 days');
    await expect(anna().user('acknowledgeNotice', { version })).resolves.toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });

  it('is the same in the panel, in My data and in the administration', async () => {
    const [panel, notice, overview, administration] = await Promise.all([
      anna().user('getPanel'),
      anna().user('getNotice'),
      anna().user('getOverview'),
      admin().admin('getNotice'),
    ]);
    expect([panel.notice.version, overview.notice.version, administration.version]).toEqual(
      Array(3).fill(notice.version),
    );
    expect(administration).toEqual(notice);
  });

  it('remembers when it was acknowledged, once for each version', async () => {
    await anna().log(TODAY);
    const { version } = await anna().user('getNotice');
    const { acknowledgedAt } = await anna().user('acknowledgeNotice', { version });
    await app.forge.clock.advance(60_000);
    await expect(anna().user('acknowledgeNotice', { version })).resolves.toEqual({ acknowledgedAt });
    const { notice } = await anna().user('getOverview');
    expect(notice).toEqual({
      version,
      acknowledgedAt,
      acknowledgedVersion: version,
      acknowledgedLanguage: 'en',
    });
  });

  it('acknowledged by someone without data is not kept, for it would be the only thing kept', async () => {
    const nora = app.person(PEOPLE.noData);
    const { version } = await nora.user('getNotice');
    await expect(nora.user('acknowledgeNotice', { version })).resolves.toEqual({ acknowledgedAt: null });
    expect(app.stored()).toEqual([]);
  });
});

describe('A restriction', () => {
  const restrict = (restricted: boolean) => anna().user('setRestriction', { restricted });
  const look = { accountId: PEOPLE.anna, reason: 'security' };

  beforeEach(async () => {
    await anna().log(TODAY);
    await restrict(true);
  });

  it('stops logging and administrators’ viewing', async () => {
    const before = app.stored('time-entry');
    await expect(anna().log(TODAY)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    await expect(admin().admin('listEntriesOf', look)).resolves.toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(app.stored('time-entry')).toEqual(before);
  });

  it('leaves viewing, exporting, deleting and erasing to the person', async () => {
    const { entries } = await anna().user('listEntries');
    expect(entries).toHaveLength(1);
    await expect(anna().user('getPanel')).resolves.toMatchObject({ restricted: true, entries });
    const page = await anna().user('exportPage');
    expect(page.counts).toMatchObject({ 'time-entry': 1 });
    await expect(anna().user('deleteEntries', { ids: [entries[0]?.id] })).resolves.toMatchObject({
      deleted: 1,
    });
    await expect(anna().user('eraseMyData', { receiptHash })).resolves.toMatchObject({ state: 'fenced' });
  });

  it('leaves exporting and erasing to administrators', async () => {
    const duty = { ...look, reason: 'legal-duty' };
    await expect(admin().admin('exportPageOf', duty)).resolves.toHaveProperty('counts');
    await expect(admin().admin('erasePerson', { ...duty, receiptHash })).resolves.toHaveProperty('id');
  });

  it('is seen, since when and by whom, and stays the same when asked for again', async () => {
    const { restriction } = await anna().user('getOverview');
    expect(restriction).toMatchObject({ by: 'person' });
    await app.forge.clock.advance(60_000);
    await expect(restrict(true)).resolves.toEqual({ restriction });
    const { people } = await admin().admin('listPeople');
    expect(people).toMatchObject([{ accountId: PEOPLE.anna, restricted: true }]);
  });

  it('ends when it is lifted; setting and lifting are recorded once each', async () => {
    await restrict(false);
    await expect(restrict(false)).resolves.toEqual({ restriction: null });
    await expect(anna().log(TODAY)).resolves.toHaveProperty('entry');
    await expect(admin().admin('listEntriesOf', look)).resolves.toHaveProperty('entries');
    const { rows } = await admin().admin('getAuditLog');
    const restrictions = rows.filter(({ event }) => event.startsWith('restriction'));
    expect(restrictions.map(({ event, role }) => `${role} ${event}`)).toEqual([
      'person restriction-lifted',
      'person restriction-set',
    ]);
  });
});

describe('Who looked at one’s data', () => {
  it('is told by role, day and reason, never by name', async () => {
    await anna().log(TODAY);
    await app.person(PEOPLE.ben).log(TODAY);
    await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'correction' });
    await app.forge.clock.advance(86_400_000);
    await admin().admin('exportPageOf', { accountId: PEOPLE.anna, reason: 'legal-duty' });
    await admin().admin('listEntriesOf', { accountId: PEOPLE.ben, reason: 'security' });
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toEqual([
      { on: '2026-03-03', role: 'administrator', what: 'data-exported', reason: 'legal-duty' },
      { on: TODAY, role: 'administrator', what: 'entries-viewed', reason: 'correction' },
    ]);
  });

  it('is still told when much has been recorded since that the person did themselves', async () => {
    await anna().log(TODAY);
    await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    await app.forge.clock.advance(1000);
    await loadOwnLines(app.forge, PEOPLE.anna, 120);
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toMatchObject([{ what: 'entries-viewed', reason: 'security' }]);
  });

  it('is told once for each day, however often it was', async () => {
    await anna().log(TODAY);
    for (let n = 0; n < 3; n += 1) {
      await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    }
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toEqual([
      { on: TODAY, role: 'administrator', what: 'entries-viewed', reason: 'security' },
    ]);
  });

  it('does not count the person’s own looks', async () => {
    await anna().log(TODAY);
    await anna().user('listEntries');
    await anna().user('exportPage');
    await expect(anna().user('getOverview')).resolves.toMatchObject({ accesses: [] });
  });
});
