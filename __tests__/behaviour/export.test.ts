import { DATA_MAP } from '../../src/data-map';
import type { ExportPage } from '../../src/contract';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { TimeEntry } from '../../src/timesheet/time-entry';
import { loadOwnLines } from '../setup/loaded-lines';
import { loadPeople } from '../setup/loaded-person';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge({ storage: SHORT_PAGES });
const anna = () => app.person(PEOPLE.anna);

type Records = Record<string, Array<Record<string, unknown>>>;

const exportAll = (): Promise<ExportPage[]> => everyPage((after) => anna().user('exportPage', after));

/** The records of all pages by data set. */
function recordsOf(pages: readonly ExportPage[]): Records {
  const records: Records = {};
  for (const { dataSet, records: some } of pages.flatMap(({ parts }) => parts)) {
    records[dataSet] = [...(records[dataSet] ?? []), ...some];
  }
  return records;
}

const countsOf = (records: Records): Record<string, number> =>
  Object.fromEntries(Object.entries(records).map(([name, { length }]) => [name, length]));

function storedEntries(): TimeEntry[] {
  const rows = app.stored('time-entry').map(({ value }) => value as TimeEntry);
  return rows.filter(({ accountId }) => accountId === PEOPLE.anna);
}

describe('An export of one’s own data', () => {
  it('of someone without data is empty and complete', async () => {
    await expect(exportAll()).resolves.toMatchObject([{ parts: [], counts: {} }]);
  });

  it('holds every data set that has records of the person, each field of it explained', async () => {
    await anna().log('2026-03-02', '1h 30m');
    const [page] = await exportAll();
    const names = page?.parts.map(({ dataSet }) => dataSet) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['time-entry', 'day-totals', 'person', 'standing', 'cohort']),
    );
    const inOrder = DATA_MAP.map(({ name }) => name).filter((name) => page?.counts?.[name] !== undefined);
    expect(names).toEqual(inOrder);
    for (const { dataSet, title, columns, records } of page?.parts ?? []) {
      const set = DATA_MAP.find(({ name }) => name === dataSet);
      expect(title).toBe(set?.title);
      expect(columns.filter(({ what }) => what.length < 4)).toEqual([]);
      for (const record of records) expect(Object.keys(record)).toEqual(columns.map(({ name }) => name));
    }
  });

  it('says exactly what is stored', async () => {
    await anna().log('2026-03-02', '1h 30m');
    await anna().log('2026-03-02', '30m');
    await anna().log('2025-12-31', '15m');
    const records = recordsOf(await exportAll());
    const entries = storedEntries().map((row) => ({ projectId: null, ...row }));
    expect(records['time-entry']).toEqual(expect.arrayContaining(entries));
    expect(records['day-totals']).toEqual([
      { accountId: PEOPLE.anna, year: '2025', seconds: '2025-12-31: 900' },
      { accountId: PEOPLE.anna, year: '2026', seconds: '2026-03-02: 7200' },
    ]);
    expect(records['standing']).toMatchObject([{ counts: 'time-entry: 3; day-totals: 2', empty: false }]);
  });

  it('holds nothing of anyone else, not of those in the same cohort either', async () => {
    await app.person(PEOPLE.ben).log('2026-03-02');
    await anna().log('2026-03-02');
    await app.person(PEOPLE.chloe).log('2026-03-02');
    const pages = await exportAll();
    expect(JSON.stringify(pages)).not.toMatch(new RegExp(`${PEOPLE.ben}|${PEOPLE.chloe}`));
    expect(recordsOf(pages)['cohort']).toEqual([
      expect.objectContaining({ accountId: PEOPLE.anna, updatedAt: expect.any(String) as string }),
    ]);
  });

  it('gives of a group what is stored of it, without the other members, and with what is said of oneself', async () => {
    for (const name of ['ben', 'anna', 'chloe'] as const) {
      await app.person(PEOPLE[name]).log('2026-03-02');
      await app.forge.clock.advance(3_600_000, { deliver: false });
    }
    const [row] = app.stored('cohort');
    const { members, ...shared } = row?.value as Cohort;
    const own = members.find(({ accountId }) => accountId === PEOPLE.anna);
    expect(members).toHaveLength(3);
    const [record, ...more] = recordsOf(await exportAll())['cohort'] ?? [];
    expect(more).toEqual([]);
    const given = Object.entries(record ?? {}).filter(([, value]) => value !== null);
    expect(Object.fromEntries(given)).toEqual({ ...shared, ...own });
  });

  it('gives the day by which a request is answered, without what only the index of the requests needs', async () => {
    await anna().log('2026-03-02');
    const { dueOn } = await anna().user('openRequest', { type: 'access' });
    const pages = await exportAll();
    expect(recordsOf(pages)['request']).toMatchObject([{ due: dueOn }]);
    const columns = pages.flatMap(({ parts }) => parts.flatMap((part) => part.columns));
    expect(columns.filter(({ name }) => name === 'due')).toMatchObject([{ kind: 'day' }]);
  });

  it('has as many lines of the audit log as there are, over several pages, oldest first', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 450 }]);
    const look = { accountId: PEOPLE.anna, reason: 'security' };
    await loadOwnLines(app.forge, PEOPLE.anna, 115);
    await app.forge.clock.advance(86_400_000, { deliver: false });
    await loadOwnLines(app.forge, PEOPLE.anna, 115);
    await app.forge.clock.advance(3_600_000, { deliver: false });
    await app.person(PEOPLE.admin).admin('listEntriesOf', look);
    const pages = await exportAll();
    const lines = recordsOf(pages)['audit'] ?? [];
    expect(lines).toHaveLength(231);
    expect(pages.at(-1)?.counts?.['audit']).toBe(231);
    expect(lines.map(({ day }) => day)).toEqual(lines.map(({ day }) => day).sort());
    expect(lines.at(-1)).toMatchObject({ event: 'entries-viewed', reason: 'security', day: '2026-03-03' });
  });

  it('has the line that was written while it ran, too', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 510 }]);
    await loadOwnLines(app.forge, PEOPLE.anna, 120);
    await app.forge.clock.advance(3_600_000, { deliver: false });
    const first = await anna().user('exportPage');
    await anna().user('setRestriction', { restricted: true });
    const rest = await everyPage(({ after = first.next }) => anna().user('exportPage', { after }));
    expect(rest.at(-1)?.counts?.['audit']).toBe(121);
    expect(countsOf(recordsOf([first, ...rest]))).toEqual(rest.at(-1)?.counts);
  });

  it('holds flat values only, so that a table can take them', async () => {
    await anna().log('2026-03-02');
    const records = Object.values(recordsOf(await exportAll())).flat();
    const values = records.flatMap((record) => Object.values(record));
    expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  it('stores nothing, on the first page or any other', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 684 }]);
    const before = app.stored();
    await exportAll();
    expect(app.stored()).toEqual(before);
    const { bytesWritten } = app.forge.storage.usage(app.forge.installations.get().storageId);
    expect(bytesWritten).toBe(0);
  });
});

describe('A long export', () => {
  test.each([1, 99, 499, 500, 501, 684, 5000])('of %d entries is complete and says so', async (entries) => {
    await loadPeople(app.forge, [
      { accountId: PEOPLE.anna, entries },
      { accountId: PEOPLE.ben, entries: 10 },
    ]);
    const pages = await exportAll();
    const records = recordsOf(pages);
    expect(countsOf(records)).toEqual(pages.at(-1)?.counts);
    expect(records['time-entry']?.map(({ position }) => position)).toEqual(
      storedEntries()
        .map(({ position }) => position)
        .sort(),
    );
    expect(pages.slice(0, -1).some(({ counts }) => counts !== undefined)).toBe(false);
    expect(pages.every(({ parts }) => parts.flatMap(({ records: some }) => some).length <= 500)).toBe(true);
  });

  it('goes on where it was interrupted, however long ago', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 1500 }]);
    const first = await anna().user('exportPage');
    const second = await anna().user('exportPage', { after: first.next });
    await app.forge.clock.advance(3 * 86_400_000, { deliver: false });
    const rest = await everyPage(({ after = second.next }) => anna().user('exportPage', { after }));
    expect(countsOf(recordsOf([first, second, ...rest]))).toEqual(rest.at(-1)?.counts);
  });

  it('asked again for a page that failed gives the same page', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 1200 }]);
    const { next } = await anna().user('exportPage');
    app.forge.faults.add({ remote: 'kvs', times: 1, outcome: { kind: 'answer', status: 500 } });
    await expect(anna().user('exportPage', { after: next })).resolves.toMatchObject({
      error: { code: 'TRY_LATER' },
    });
    const again = await anna().user('exportPage', { after: next });
    expect(again).toEqual(await anna().user('exportPage', { after: next }));
    expect(recordsOf([again])['time-entry']).toHaveLength(500);
  });

  it('does not pass for complete when an entry is missing from its pages', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 750, firstDay: '2023-06-02' }]);
    const pages: ExportPage[] = [await anna().user('exportPage')];
    await anna().log('2023-05-01', '1m');
    pages.push(...(await everyPage(({ after = pages[0]?.next }) => anna().user('exportPage', { after }))));
    expect(countsOf(recordsOf(pages))['time-entry']).toBe(750);
    expect(pages.at(-1)?.counts?.['time-entry']).toBe(751);
  });

  it('does not pass for complete while queries still miss what was written', async () => {
    app.forge.storage.settings.queryLagMs = 60_000;
    await anna().log('2026-03-02');
    const pages = await exportAll();
    expect(countsOf(recordsOf(pages))['time-entry']).toBeUndefined();
    expect(pages.at(-1)?.counts).toMatchObject({ 'time-entry': 1 });
  });

  test.each(['0', '~', '99~', '-1~', '0~x', '0~2026-02-30', '0~2026-03-02#short', '2~x', '0~~', '1e0~'])(
    'does not begin at a place that was made up: %s',
    async (after) => {
      await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 10 }]);
      const { error } = await anna().user('exportPage', { after });
      expect(error).toEqual({ code: 'INVALID', says: { key: 'refused.export-place' } });
    },
  );

  it('does not go on in anyone else’s data with their place', async () => {
    await loadPeople(app.forge, [
      { accountId: PEOPLE.anna, entries: 600 },
      { accountId: PEOPLE.ben, entries: 600 },
    ]);
    const { next } = await app.person(PEOPLE.ben).user('exportPage');
    const page = await anna().user('exportPage', { after: next });
    expect(JSON.stringify(page)).not.toContain(PEOPLE.ben);
  });
});
