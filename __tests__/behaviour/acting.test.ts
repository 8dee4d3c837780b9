import type { Person } from '../../src/privacy/data-sets/registration';
import { HOSTILE } from '../resolvers/payload-forge';
import { PEOPLE } from '../setup/test-site';
import { useActing } from './acting-scene';

const { app, admin, chloe, anna, lines, rows, acts, newest, look, whoActed, later, LOOK } = useActing();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const receiptHash = 'a'.repeat(64);

describe('An act of an administrator', () => {
  it('names nobody, and has a token that only a row of the administrator’s own has', async () => {
    await look();
    expect(JSON.stringify(lines())).not.toContain(PEOPLE.admin);
    const [row] = rows();
    expect(row).toMatchObject({ accountId: PEOPLE.admin, by: newest().by });
    const named = app.stored().filter(({ value }) => JSON.stringify(value).includes(row?.by ?? 'none'));
    expect(named.map(({ entityName }) => entityName).sort()).toEqual(['administrator', 'audit']);
  });

  it('has another token than lines about the same person', async () => {
    await admin().log('2026-03-01');
    await look();
    await chloe().admin('listEntriesOf', { ...LOOK, accountId: PEOPLE.admin });
    const person = app.stored('person').map(({ value }) => value as Person);
    const about = person.find(({ accountId }) => accountId === PEOPLE.admin)?.token;
    expect(newest().subject).toBe(about);
    expect(rows().map(({ by }) => by)).not.toContain(about);
  });

  it('has the same token on every day, and each administrator another', async () => {
    await look();
    await app.forge.clock.advance(3 * DAY_MS);
    await look();
    await look(chloe());
    const [first, second, third] = acts().map(({ by }) => by);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(new Set(rows().map(({ by }) => by))).toEqual(new Set([first, third]));
  });

  it('writes their row once a day, and costs one read otherwise', async () => {
    const calls = () => {
      const made = app.forge.invocations.list().at(-1)?.calls;
      return { reads: made?.['kvs /api/v1/batch/get'], writes: made?.['kvs /api/v1/transaction'] };
    };
    await look();
    const before = rows();
    await look();
    expect(rows()).toEqual(before);
    // The look itself reads the person, and writes its line.
    expect(calls()).toEqual({ reads: 2, writes: 1 });
    await app.forge.clock.advance(DAY_MS);
    await look();
    expect(calls()).toEqual({ reads: 3, writes: 2 });
    expect(rows()).toMatchObject([{ lastAct: expect.stringMatching(/^2026-03-03#/) as string }]);
  });

  it('registers them like anybody with data: seen, exported and counted', async () => {
    await look();
    const { dataSets } = await admin().user('getOverview');
    expect(dataSets.find(({ name }) => name === 'administrator')).toMatchObject({ records: 1 });
    const { parts } = await admin().user('exportPage');
    const [record] = parts.find(({ dataSet }) => dataSet === 'administrator')?.records ?? [];
    expect(record).toEqual({ accountId: PEOPLE.admin, day: '2026-03-02' });
  });

  it('is written down by none who only look at lists', async () => {
    await admin().admin('getAuditLog');
    await admin().admin('listPeople');
    await admin().admin('getDashboard');
    expect(rows()).toEqual([]);
  });

  it('two at once make one row with one token', async () => {
    await Promise.all([look(), look(), admin().admin('setRestrictionOf', { ...LOOK, restricted: true })]);
    expect(rows()).toHaveLength(1);
    expect(new Set(acts().map(({ by }) => by))).toEqual(new Set([rows()[0]?.by]));
  });

  it('says who asked for the erasures of several people, when the queue begins and ends them', async () => {
    const people = [{ accountId: PEOPLE.anna, receiptHash }];
    await admin().admin('erasePeople', { people, reason: 'no-longer-needed' });
    await app.forge.queue.settle({ delayed: true });
    expect(acts().map(({ event }) => event)).toEqual(['erasure-asked', 'erasure-done']);
    expect(new Set(acts().map(({ by }) => by))).toEqual(new Set([rows()[0]?.by]));
    expect(app.stored('erasure')[0]?.value).not.toHaveProperty('by');
  });
});

describe('Whoever asks who acted', () => {
  it('is told the account ID, for a reason, and it is written down first', async () => {
    await look();
    await later();
    const { position: line, by } = newest();
    expect(await whoActed(line)).toEqual({ accountId: PEOPLE.admin });
    expect(newest()).toMatchObject({ event: 'administrator-named', reason: 'security' });
    expect(newest().by).not.toBe(by);
    expect(await whoActed(newest().position, admin())).toEqual({ accountId: PEOPLE.chloe });
  });

  it('is not told where that cannot be written down', async () => {
    await look();
    await later();
    const { position } = newest();
    await whoActed(position);
    app.forge.faults.add({ path: '/api/v1/transaction', outcome: { kind: 'answer', status: 500 } });
    expect(await whoActed(position)).toMatchObject({ error: { code: 'TRY_LATER' } });
  });

  it('is told to the administrator concerned, as a look', async () => {
    await look();
    await later();
    await whoActed(newest().position);
    const { accesses } = await admin().user('getOverview');
    const [told] = accesses;
    expect(told).toEqual({
      on: '2026-03-02',
      role: 'administrator',
      what: 'administrator-named',
      reason: 'security',
    });
  });

  it.each([undefined, '', 'curiosity', 'correction', 'left-organisation', 'support', 7, null])(
    'needs a reason of the list: not %j',
    async (reason) => {
      await look();
      await later();
      const { position: line } = newest();
      expect(await chloe().admin('whoActed', { line, reason })).toMatchObject({ error: { code: 'INVALID' } });
      expect(acts()).toHaveLength(1);
    },
  );

  it('is refused where they are no administrator', async () => {
    await look();
    await later();
    const answer = await whoActed(newest().position, app.person(PEOPLE.ben));
    expect(answer).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(acts()).toHaveLength(1);
  });

  it.each(Object.entries({ ...HOSTILE, 'a token': 'token-000000000001', 'a place': '~' }))(
    'is refused with %s for the line, and nothing is written down',
    async (_, line) => {
      const answer = await chloe().admin('whoActed', { line, reason: 'security' });
      expect(['INVALID', 'NOT_FOUND']).toContain(answer.error?.code);
      expect(lines()).toEqual([]);
    },
  );

  it('is refused for a line of a person, and for one that is not there', async () => {
    await anna().user('setRestriction', { restricted: true });
    const [own] = lines();
    for (const line of [own?.position ?? '', `2026-03-01T00:00:00.000Z#${'a'.repeat(36)}`]) {
      expect(await whoActed(line)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
  });

  it('is told that nobody is known for a line of an earlier version', async () => {
    const { storageId } = app.forge.installations.get();
    const position = `2026-03-01T00:00:00.000Z#${'a'.repeat(36)}`;
    const value = { event: 'entries-viewed', role: 'administrator', reason: 'security', position };
    await app.forge.storage.load(storageId, [{ store: 'entity', entityName: 'audit', key: position, value }]);
    expect(await whoActed(position)).toEqual({ accountId: null });
    expect(newest()).toMatchObject({ event: 'administrator-named' });
    expect(newest()).not.toHaveProperty('subject');
  });

  it('is asked to wait where a list does not show the row of a newcomer yet', async () => {
    app.forge.storage.settings.queryLagMs = HOUR_MS / 2;
    await look();
    const { position } = newest();
    expect(await whoActed(position)).toMatchObject({ error: { code: 'TRY_LATER' } });
    expect(acts()).toHaveLength(1);
    await app.forge.clock.advance(0.6 * HOUR_MS);
    expect(await whoActed(position)).toEqual({ accountId: PEOPLE.admin });
  });
});
