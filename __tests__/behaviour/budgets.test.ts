import { loadOwnLines } from '../setup/loaded-lines';
import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();

/** The platform calls of the latest invocation, without those to Jira. */
function callsOf(call: string): Record<string, number> {
  const record = app.forge.invocations.list().findLast((one) => one.call === call);
  if (!record) throw new Error(`${call} was not called.`);
  return Object.fromEntries(Object.entries(record.calls).filter(([name]) => !name.startsWith('jira ')));
}

const sum = (calls: Record<string, number>): number =>
  Object.values(calls).reduce((all, one) => all + one, 0);

describe('What logging an entry costs', () => {
  it('is one strict read and one transaction', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.log('2026-03-01');
    for (const day of ['2026-03-01', '2026-03-02', '2025-12-31']) {
      await anna.log(day);
      expect(callsOf('logTime')).toEqual({ 'kvs /api/v1/batch/get': 1, 'kvs /api/v1/transaction': 1 });
    }
  });

  it('stays that, however much the person and everyone else has', async () => {
    await loadPeople(app.forge, [
      { accountId: PEOPLE.anna, entries: 2000 },
      { accountId: PEOPLE.ben, entries: 500 },
    ]);
    await app.person(PEOPLE.anna).log('2026-03-02');
    expect(callsOf('logTime')).toEqual({ 'kvs /api/v1/batch/get': 1, 'kvs /api/v1/transaction': 1 });
    const { writeUnits } = app.forge.storage.usage(app.forge.installations.get().storageId);
    expect(writeUnits).toBe(1);
  });

  it('for a second identical click is one strict read', async () => {
    const anna = app.person(PEOPLE.anna);
    const form = { requestId: 'request-0000-0000-1', startedOn: '2026-03-02', duration: '1h' };
    await anna.user('logTime', form);
    await anna.user('logTime', form);
    expect(callsOf('logTime')).toEqual({ 'kvs /api/v1/batch/get': 1 });
  });

  it('for the first of a person is two calls more, and for the very first of a site another five', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    expect(sum(callsOf('logTime'))).toBe(9);
    await app.person(PEOPLE.ben).log('2026-03-02');
    expect(sum(callsOf('logTime'))).toBe(4);
    expect(callsOf('logTime')['kvs /api/v1/transaction']).toBe(1);
  });

  it('asks Jira once', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    const { calls } = app.forge.invocations.list().at(-1) ?? { calls: {} };
    expect(Object.entries(calls).filter(([name]) => name.startsWith('jira '))).toEqual([
      ['jira /rest/api/3/issue/20001', 1],
    ]);
  });
});

describe('What a page costs', () => {
  it('of the panel is one resolver call with three reads, and four for who has no data here', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 300 }]);
    app.forge.invocations.clear();
    const panel = await app.person(PEOPLE.anna).user('getPanel');
    expect(panel.entries).toHaveLength(50);
    expect(app.forge.invocations.list()).toHaveLength(1);
    expect(sum(callsOf('getPanel'))).toBe(3);
    await app.person(PEOPLE.noData).user('getPanel');
    expect(sum(callsOf('getPanel'))).toBe(4);
  });

  it('of the panel is one read more while an erasure runs', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 300 }]);
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.person(PEOPLE.anna).user('getPanel');
    expect(sum(callsOf('getPanel'))).toBe(5);
  });

  test.each([1, 50, 97, 98, 99, 100])(
    'of %d entries is two reads, on the first page and on others',
    async (limit) => {
      await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 300 }]);
      const { next } = await app.person(PEOPLE.anna).user('listEntries', { limit });
      expect(sum(callsOf('listEntries'))).toBe(2);
      await app.person(PEOPLE.anna).user('listEntries', { limit, after: next });
      expect(sum(callsOf('listEntries'))).toBe(2);
    },
  );

  it('of the audit log is a look whose store it is, and a query', async () => {
    await app.person(PEOPLE.anna).log('2026-03-02');
    await loadOwnLines(app.forge, PEOPLE.anna, 300);
    for (const limit of [50, 100]) {
      await app.person(PEOPLE.admin).admin('getAuditLog', { limit });
      expect(sum(callsOf('getAuditLog'))).toBe(2);
    }
  });

  it('of a week is two reads, however much is in it', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 2000 }]);
    const anna = app.person(PEOPLE.anna);
    await anna.user('getWeek');
    expect(sum(callsOf('getWeek'))).toBe(2);
    await anna.user('getWeek', { day: '2026-01-01' });
    expect(sum(callsOf('getWeek'))).toBe(2);
  });

  it('of a year by day is one read, however much is in it', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 2000 }]);
    const anna = app.person(PEOPLE.anna);
    for (const payload of [{}, { year: '2021' }, { year: '1999' }]) {
      await anna.user('getYear', payload);
      expect(callsOf('getYear')).toEqual({ 'kvs /api/v1/batch/get': 1 });
    }
  });

  it('of people is a look whose store it is, a query and the strict reads of those it lists', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 3 }]);
    await app.person(PEOPLE.admin).admin('listPeople');
    expect(callsOf('listPeople')).toEqual({
      'kvs /api/v1/entity/get': 1,
      'kvs /api/v1/entity/query': 1,
      'kvs /api/v1/batch/get': 1,
    });
  });
});

describe('What deleting costs', () => {
  it('is six calls for ten entries, of which one is for the undo, and three more for each further ten', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 200 }]);
    const ids = app.stored('time-entry').map(({ key }) => key.split('#')[1]);
    for (const [from, to] of [
      [0, 10],
      [10, 60],
    ] as const) {
      await app.person(PEOPLE.anna).user('deleteEntries', { ids: ids.slice(from, to) });
      const { 'kvs /api/v1/transaction': transactions } = callsOf('deleteEntries');
      expect(transactions).toBe((to - from) / 10);
      const forUndo = to - from <= 20 ? 1 : 0;
      expect(sum(callsOf('deleteEntries'))).toBeLessThanOrEqual(2 + forUndo + 3 * ((to - from) / 10));
    }
  });
});
