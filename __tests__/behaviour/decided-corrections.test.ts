import { sha256 } from '../../src/privacy/digest';
import { inWords } from '../../static/shared/failure';
import type { Refusal } from '../../src/contract';
import type { FaultOutcome } from '../../local/faults/types';
import { PEOPLE } from '../setup/test-site';
import { DECLINE, TODAY, useCorrections } from './correction-scene';

const { app, anna, admin, logged, ask, asked, decide, approve, entries, totals, lines, mine, toDecide } =
  useCorrections();

describe('Approving a correction', () => {
  it('corrects the entry with the totals of its days, and tells the person', async () => {
    const which = await asked();
    const { request } = await approve(which);
    expect(request).toMatchObject({ status: 'done', correction: { startedOn: '2025-12-31', seconds: 7200 } });
    expect(entries()).toMatchObject([{ startedOn: '2025-12-31', seconds: 7200 }]);
    expect(totals()).toEqual([{ '2025-12-31': 7200 }]);
    const present = { issueId: '20001', startedOn: '2025-12-31', seconds: 7200 };
    expect(await mine()).toMatchObject([{ status: 'done', correction: { present } }]);
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toEqual(
      expect.arrayContaining([
        { on: TODAY, role: 'administrator', what: 'request-approved' },
        { on: TODAY, role: 'administrator', what: 'entries-corrected', reason: 'person-asked' },
      ]),
    );
    // What is decided shows administrators no entry any more.
    const { requests } = await admin().admin('listRequests', { status: 'done' });
    expect(requests[0]?.correction).toEqual({
      id: which.correction.id,
      startedOn: '2025-12-31',
      seconds: 7200,
    });
  });

  it('the same again changes nothing, also where the entry is gone since', async () => {
    const which = await asked();
    await approve(which);
    const before = app.stored();
    expect((await approve(which)).request.status).toBe('done');
    expect(app.stored()).toEqual(before);
    await anna().user('deleteEntries', { ids: [which.correction.id] });
    expect((await approve(which)).request.status).toBe('done');
    expect(entries()).toEqual([]);
  });

  it('costs five reads and one transaction, and asking for it three and one', async () => {
    await approve(await asked());
    // On a day on which they have acted already.
    await approve(await asked());
    const callsOf = (call: string) => {
      const { calls = {} } = app.forge.invocations.list().findLast((one) => one.call === call) ?? {};
      return [
        calls['kvs /api/v1/entity/get'],
        calls['kvs /api/v1/batch/get'],
        calls['kvs /api/v1/transaction'],
      ];
    };
    expect([callsOf('openRequest'), callsOf('decideRequest')]).toEqual([
      [1, 2, 1],
      [1, 4, 1],
    ]);
  });

  it('by two administrators at once corrects once', async () => {
    const which = await asked();
    const answers = await Promise.all([approve(which), approve(which)]);
    expect(answers.map(({ request }) => request.status)).toEqual(['done', 'done']);
    expect(lines().filter((event) => event === 'entries-corrected')).toHaveLength(1);
    expect(totals()).toEqual([{ '2025-12-31': 7200 }]);
  });

  it('beside a decline lets one win, and the entry says which', async () => {
    const which = await asked();
    const [approved, declined] = await Promise.all([approve(which), decide(which, DECLINE)]);
    expect([approved, declined].filter(({ error }) => error?.code === 'CONFLICT')).toHaveLength(1);
    expect(entries()).toMatchObject([{ seconds: approved.error ? 3600 : 7200 }]);
  });

  it('declined leaves the entry as it is', async () => {
    const which = await asked();
    await decide(which, DECLINE);
    expect(entries()).toMatchObject([{ startedOn: TODAY, seconds: 3600 }]);
    expect(await mine()).toMatchObject([{ status: 'declined', declineReason: 'data-is-right' }]);
  });

  it('of an entry that says so by now is done without changing it', async () => {
    const which = await asked();
    const { id, startedOn, duration } = which.correction;
    await anna().user('correctEntry', { id, startedOn, duration });
    expect((await approve(which)).request.status).toBe('done');
    expect(lines()).not.toContain('entries-corrected');
  });

  it('of a request of the first version, which named nothing, is answered as before', async () => {
    const which = await asked();
    const [row] = app.stored('request');
    const named = ['record', 'day', 'seconds'];
    const fields = Object.entries(row?.value as object).filter(([name]) => !named.includes(name));
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      { store: 'entity', entityName: 'request', key: row?.key ?? '', value: Object.fromEntries(fields) },
    ]);
    expect((await toDecide())[0]).not.toHaveProperty('correction');
    expect(await ask(which.correction)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await approve(which)).request.status).toBe('done');
    expect(entries()).toMatchObject([{ seconds: 3600 }]);
  });
});

describe('A correction that cannot be', () => {
  const textOf = (error: Refusal['error'] | undefined) => error && inWords({ error }).error.message;

  async function expectNotDecided(which: Awaited<ReturnType<typeof asked>>, words: RegExp): Promise<void> {
    const before = app.stored();
    const { error } = await approve(which);
    expect(error?.code).toBe('CONFLICT');
    expect(textOf(error)).toMatch(words);
    expect(textOf(error)).toMatch(/Nothing was decided.+decline the request/i);
    expect(app.stored()).toEqual(before);
    expect((await decide(which, DECLINE)).request.status).toBe('declined');
  }

  it('since the entry was deleted meanwhile is refused', async () => {
    const which = await asked();
    await anna().user('deleteEntries', { ids: [which.correction.id] });
    expect((await toDecide())[0]?.correction).not.toHaveProperty('present');
    expect((await mine())[0]?.correction).not.toHaveProperty('present');
    await expectNotDecided(which, /no longer there/);
  });

  it('since the day is full by now is refused', async () => {
    const which = await asked();
    await anna().log('2025-12-31', '23h');
    await expectNotDecided(which, /24 hours/);
  });

  it('since the person erased everything meanwhile brings nothing back', async () => {
    const which = await asked();
    const [erased] = await Promise.all([
      anna().user('eraseMyData', { receiptHash: sha256('CODE') }),
      approve(which),
    ]);
    expect(erased.error).toBeUndefined();
    expect((await approve(which)).error?.code).toBe('NOT_FOUND');
    await app.forge.clock.advance(10 * 60_000);
    expect(entries()).toEqual([]);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  });

  it('since the entry goes at the same moment leaves no time of what is gone', async () => {
    const which = await asked();
    await Promise.all([
      approve(which),
      anna().user('deleteEntries', { ids: [which.correction.id] }),
      anna().user('correctEntry', { id: which.correction.id, startedOn: '2024-12-31', duration: '3h' }),
    ]);
    await anna().user('deleteEntries', { ids: [which.correction.id] });
    expect([entries(), totals()]).toEqual([[], []]);
  });
});

describe('With late indexes, lost answers and functions that are cut off', () => {
  const WRONG: FaultOutcome[] = [
    { kind: 'lost-response' },
    { kind: 'crash', when: 'before' },
    { kind: 'crash', when: 'after' },
  ];

  test.each(WRONG)(
    'at any call ($kind $when) asking and approving can be done again, and happen once',
    async (outcome) => {
      app.forge.storage.settings.queryLagMs = 600_000;
      for (let nth = 1; nth <= 8; nth += 1) {
        const correction = await logged({ startedOn: '2026-03-01', duration: '30m' });
        const first = app.forge.faults.add({ nth, outcome });
        await ask(correction).catch(() => undefined);
        first();
        const { id } = await ask(correction);
        const second = app.forge.faults.add({ nth, outcome });
        const which = { accountId: PEOPLE.anna, type: 'correction', id };
        await approve(which).catch(() => undefined);
        second();
        expect((await approve(which)).request.status).toBe('done');
        expect(totals()).toEqual([{ '2026-03-01': nth * 1800 }]);
        expect(lines().filter((event) => event === 'request-opened')).toHaveLength(nth);
        expect(lines().filter((event) => event === 'entries-corrected')).toHaveLength(nth);
      }
    },
  );
});
