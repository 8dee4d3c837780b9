import { sha256 } from '../../src/privacy/digest';
import type { MyRequest, RequestType } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge();
const TODAY = '2026-03-02';
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const receiptHash = sha256('CODE');
const DECLINE = { decision: 'decline', reason: 'working-time-law', keptUntil: '2027-12-31' };

async function opened(type: RequestType, accountId: string = PEOPLE.anna) {
  await app.person(accountId).log(TODAY);
  const { id } = await app.person(accountId).user('openRequest', { type });
  return { accountId, type, id };
}

async function needApproval(): Promise<void> {
  const { error } = await admin().admin('saveSettings', {
    retentionDays: {},
    selfErasure: 'after-approval',
    removedDays: 30,
  });
  expect(error).toBeUndefined();
}

async function erasureAsked() {
  await needApproval();
  await anna().log(TODAY);
  const { request } = await anna().user('eraseMyData', { receiptHash });
  return { accountId: PEOPLE.anna, type: 'erasure' as const, id: request?.id };
}

const mine = async (): Promise<MyRequest[]> => (await anna().user('listMyRequests')).requests;
const settle = () => app.forge.queue.settle({ delayed: true });

describe('A request', () => {
  it('is due a month after its receipt, and stands in both lists at once, however late indexes are', async () => {
    await opened('access');
    const expected = {
      type: 'access',
      status: 'open',
      receivedAt: expect.stringMatching(/^2026-03-02T09:/) as string,
      dueAt: expect.stringMatching(/^2026-04-02T09:/) as string,
    };
    expect(await mine()).toMatchObject([expected]);
    const { requests } = await admin().admin('listRequests');
    expect(requests).toMatchObject([{ accountId: PEOPLE.anna, ...expected }]);
    app.forge.storage.settings.queryLagMs = 600_000;
    await anna().user('openRequest', { type: 'objection' });
    expect((await mine()).map(({ type }) => type).sort()).toEqual(['access', 'objection']);
  });

  it('is made once of each type, however often it is asked for', async () => {
    const first = await opened('access');
    const again = await anna().user('openRequest', { type: 'access' });
    expect(again.id).toBe(first.id);
    const twice = await Promise.all([1, 2, 3].map(() => anna().user('openRequest', { type: 'correction' })));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1);
    expect(app.stored('request')).toHaveLength(2);
  });

  it('is counted, exported and erased with the rest', async () => {
    await opened('access');
    const { dataSets } = await anna().user('getOverview');
    expect(dataSets).toContainEqual(expect.objectContaining({ name: 'request', records: 1 }));
    const { parts, counts } = await anna().user('exportPage');
    expect(counts).toMatchObject({ request: 1 });
    expect(parts.find(({ dataSet }) => dataSet === 'request')?.records).toMatchObject([{ type: 'access' }]);
    await anna().user('eraseMyData', { receiptHash });
    await settle();
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  });

  it('of somebody about whom nothing is kept is refused, and keeps nothing', async () => {
    const answer = await app.person(PEOPLE.noData).user('openRequest', { type: 'access' });
    expect(answer.error?.code).toBe('NOT_FOUND');
    expect(app.stored()).toEqual([]);
    await expect(app.person(PEOPLE.noData).user('listMyRequests')).resolves.toEqual({ requests: [] });
  });

  it('is possible while the use of one’s data is restricted', async () => {
    await anna().log(TODAY);
    await anna().user('setRestriction', { restricted: true });
    await expect(anna().user('openRequest', { type: 'objection' })).resolves.toMatchObject({
      status: 'open',
    });
  });

  it('that was withdrawn is nobody’s to decide any more, and can be made anew', async () => {
    const first = await opened('access');
    const { accountId, ...own } = first;
    await expect(anna().user('withdrawRequest', own)).resolves.toMatchObject({ status: 'withdrawn' });
    await expect(anna().user('withdrawRequest', own)).resolves.toMatchObject({ status: 'withdrawn' });
    const answer = await admin().admin('decideRequest', { accountId, ...own, ...DECLINE });
    expect(answer.error?.code).toBe('CONFLICT');
    const anew = await anna().user('openRequest', { type: 'access' });
    expect(anew.id).not.toBe(own.id);
    const late = await admin().admin('decideRequest', { accountId, ...own, ...DECLINE });
    expect(late.error?.code).toBe('NOT_FOUND');
    expect(await mine()).toMatchObject([{ id: anew.id, status: 'open' }]);
    expect(app.stored('request')).toHaveLength(1);
  });

  it('can be withdrawn by nobody else', async () => {
    const { type, id } = await opened('access');
    await app.person(PEOPLE.ben).log(TODAY);
    const answer = await app.person(PEOPLE.ben).user('withdrawRequest', { type, id });
    expect(answer.error?.code).toBe('NOT_FOUND');
    expect(await mine()).toMatchObject([{ status: 'open' }]);
  });
});

describe('The list of requests', () => {
  it('has the one that is due first at the top, page by page, and only those in that state', async () => {
    const people = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
    for (const accountId of people) {
      await opened('access', accountId);
      await opened('portability', accountId);
      await app.forge.clock.advance(DAY_MS);
    }
    const pages = await everyPage((after) => admin().admin('listRequests', { limit: 2, ...after }));
    const all = pages.flatMap(({ requests }) => requests);
    expect(all).toHaveLength(6);
    expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).sort());
    const { accountId, type, id } = all[0] ?? { accountId: '', type: 'access', id: '' };
    await admin().admin('decideRequest', { accountId, type, id, ...DECLINE });
    expect((await admin().admin('listRequests')).requests).toHaveLength(5);
    expect((await admin().admin('listRequests', { status: 'declined' })).requests).toMatchObject([{ id }]);
  });
});

describe('Deciding', () => {
  it('declines with a reason and an end date, which the person sees', async () => {
    const which = await opened('erasure');
    await admin().admin('decideRequest', { ...which, ...DECLINE });
    expect(await mine()).toMatchObject([
      { status: 'declined', declineReason: 'working-time-law', keptUntil: '2027-12-31' },
    ]);
    const { accesses } = await anna().user('getOverview');
    expect(accesses).toEqual([{ on: TODAY, role: 'administrator', what: 'request-declined' }]);
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  test.each([
    ['no reason', { reason: undefined }, 'reason'],
    ['a reason of one’s own', { reason: 'because' }, 'reason'],
    ['no end date', { keptUntil: undefined }, 'keptUntil'],
    ['today', { keptUntil: TODAY }, 'keptUntil'],
    ['a day long past', { keptUntil: '2020-01-01' }, 'keptUntil'],
    ['a day too far away', { keptUntil: '2036-03-20' }, 'keptUntil'],
    ['no day of the calendar', { keptUntil: '2027-02-30' }, 'keptUntil'],
  ])('does not decline with %s', async (_, wrong, field) => {
    const which = await opened('erasure');
    const { error } = await admin().admin('decideRequest', { ...which, ...DECLINE, ...wrong });
    expect(error).toMatchObject({ code: 'INVALID', fields: { [field]: expect.any(String) as string } });
    expect(await mine()).toMatchObject([{ status: 'open' }]);
  });

  it('the same again changes nothing; otherwise again is refused', async () => {
    const which = await opened('access');
    await admin().admin('decideRequest', { ...which, decision: 'approve' });
    const before = app.stored();
    const again = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(again.request.status).toBe('done');
    expect((await admin().admin('decideRequest', { ...which, ...DECLINE })).error?.code).toBe('CONFLICT');
    expect(app.stored()).toEqual(before);
  });

  it('of two decisions at once lets one win and tells the other', async () => {
    const which = await opened('access');
    const answers = await Promise.all([
      admin().admin('decideRequest', { ...which, decision: 'approve' }),
      admin().admin('decideRequest', { ...which, ...DECLINE }),
    ]);
    expect(answers.map(({ error }) => error?.code ?? 'decided').sort()).toEqual(['CONFLICT', 'decided']);
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.filter(({ event }) => /approved|declined/.test(event))).toHaveLength(1);
  });

  it('of a decision and a withdrawal at once lets one win', async () => {
    const which = await opened('access');
    const [decision, withdrawal] = await Promise.all([
      admin().admin('decideRequest', { ...which, ...DECLINE }),
      anna().user('withdrawRequest', { type: which.type, id: which.id }),
    ]);
    expect([decision.error?.code, withdrawal.error?.code].sort()).toEqual(['CONFLICT', undefined]);
  });

  it('grants a restriction by restricting, which the person may lift', async () => {
    const which = await opened('restriction');
    const { request } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(request.status).toBe('done');
    expect((await anna().user('getOverview')).restriction).toMatchObject({ by: 'person' });
    expect((await anna().log(TODAY)).error?.code).toBe('CONFLICT');
    await anna().user('setRestriction', { restricted: false });
    expect((await anna().log(TODAY)).error).toBeUndefined();
  });

  it('after the person was erased finds nothing', async () => {
    const which = await opened('access');
    await anna().user('eraseMyData', { receiptHash });
    const answer = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(answer.error?.code).toBe('NOT_FOUND');
  });
});

describe('The time to answer', () => {
  it('is extended by two months, once, with a reason that the person sees', async () => {
    const which = await opened('access');
    const extension = { ...which, reason: 'complex' };
    const row = await admin().admin('extendRequest', extension);
    expect(row.dueAt).toMatch(/^2026-06-02T09:/);
    expect(await mine()).toMatchObject([{ extensionReason: 'complex', dueAt: row.dueAt }]);
    expect((await admin().admin('extendRequest', extension)).dueAt).toBe(row.dueAt);
    const again = await admin().admin('extendRequest', { ...which, reason: 'many-requests' });
    expect(again.error?.code).toBe('CONFLICT');
  });

  it('is not extended when the first month is over, nor after a decision', async () => {
    const late = await opened('access');
    const decided = await opened('objection');
    await admin().admin('decideRequest', { ...decided, ...DECLINE });
    const second = await admin().admin('extendRequest', { ...decided, reason: 'complex' });
    expect(second.error?.code).toBe('CONFLICT');
    await app.forge.clock.advance(32 * DAY_MS);
    const first = await admin().admin('extendRequest', { ...late, reason: 'complex' });
    expect(first.error?.code).toBe('CONFLICT');
  });
});

describe('Erasing one’s own data after approval', () => {
  it('is announced in the preview, and makes a request instead of beginning', async () => {
    const which = await erasureAsked();
    await expect(anna().user('previewErasure')).resolves.toMatchObject({ needsApproval: true });
    expect(await mine()).toMatchObject([{ type: 'erasure', status: 'open', id: which.id }]);
    await settle();
    expect(app.stored('time-entry')).toHaveLength(1);
    expect(app.stored('erasure')).toEqual([]);
  });

  it('begins with the approval, takes the request along, and leaves the receipt to the person’s code', async () => {
    const which = await erasureAsked();
    const { job } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(job).toMatchObject({ askedBy: 'administrator', state: 'fenced' });
    await settle();
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
    await expect(anna().user('checkReceipt', { code: 'CODE'.padEnd(20, '0') })).resolves.toEqual({
      state: 'unknown',
    });
    const receipts = app.stored('receipt').map(({ value }) => value);
    expect(receipts).toMatchObject([{ receiptHash, askedBy: 'administrator', erased: { request: 1 } }]);
  });

  it('takes the receipt code that was shown last', async () => {
    await erasureAsked();
    const { request } = await anna().user('eraseMyData', { receiptHash: sha256('LATER') });
    expect(app.stored('request')).toMatchObject([
      { value: { receiptHash: sha256('LATER'), id: request?.id } },
    ]);
  });

  it('begins once, of two approvals at once', async () => {
    const which = await erasureAsked();
    const answers = await Promise.all(
      [1, 2].map(() => admin().admin('decideRequest', { ...which, decision: 'approve' })),
    );
    expect(answers.some(({ job }) => job !== undefined)).toBe(true);
    await settle();
    expect(app.stored('erasure')).toHaveLength(1);
    expect(app.stored('receipt')).toHaveLength(1);
  });

  it('killed at any call of the approval, is either still to be decided or goes through by itself', async () => {
    const ends = new Set<string>();
    for (let nth = 1; nth <= 12; nth += 1) {
      for (const when of ['before', 'after'] as const) {
        const which = await erasureAsked();
        app.forge.faults.crashAt(nth, when);
        const approval = admin().admin('decideRequest', { ...which, decision: 'approve' });
        await approval.catch(() => undefined);
        app.forge.faults.clear();
        await app.forge.schedule.run('daily');
        await app.forge.clock.advance(2 * DAY_MS);
        const open = (await mine()).some(({ status }) => status === 'open');
        ends.add(open ? 'open' : 'erased');
        expect(app.stored('time-entry')).toHaveLength(open ? 1 : 0);
        if (open) await admin().admin('decideRequest', { ...which, decision: 'approve' });
        await app.forge.clock.advance(2 * DAY_MS);
        expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
      }
    }
    expect(ends).toEqual(new Set(['open', 'erased']));
  });

  it('changes nothing about deleting at once where that is the setting', async () => {
    await anna().log(TODAY);
    expect(await anna().user('previewErasure')).not.toHaveProperty('needsApproval');
    await expect(anna().user('eraseMyData', { receiptHash })).resolves.toMatchObject({ state: 'fenced' });
    expect(app.stored('request')).toEqual([]);
  });

  it('gives the erasure that runs already, and finds nothing where nothing is kept', async () => {
    const which = await erasureAsked();
    const { job } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    await expect(anna().user('eraseMyData', { receiptHash })).resolves.toMatchObject({ id: job?.id });
    const answer = await app.person(PEOPLE.noData).user('eraseMyData', { receiptHash });
    expect(answer.error?.code).toBe('NOT_FOUND');
  });
});
