import { sha256 } from '../../src/privacy/digest';
import type { MyRequest, RequestType } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DECLINES } from './declines';

const app = useForge();
const TODAY = '2026-03-02';
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const receiptHash = sha256('CODE');

async function opened(type: RequestType, accountId: string = PEOPLE.anna) {
  await app.person(accountId).log(TODAY);
  const { id } = await app.person(accountId).user('openRequest', { type });
  return { accountId, type, id };
}

const mine = async (): Promise<MyRequest[]> => (await anna().user('listMyRequests')).requests;

describe('A request', () => {
  it('is due 30 days after its receipt, and stands in both lists at once, however late indexes are', async () => {
    await opened('access');
    const expected = {
      type: 'access',
      status: 'open',
      receivedAt: expect.stringMatching(/^2026-03-02T09:/) as string,
      dueOn: '2026-04-01',
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
    const twice = await Promise.all([1, 2, 3].map(() => anna().user('openRequest', { type: 'portability' })));
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
    await app.forge.queue.settle({ delayed: true });
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
    const answer = await admin().admin('decideRequest', { accountId, ...own, ...DECLINES.access });
    expect(answer.error?.code).toBe('CONFLICT');
    const anew = await anna().user('openRequest', { type: 'access' });
    expect(anew.id).not.toBe(own.id);
    const late = await admin().admin('decideRequest', { accountId, ...own, ...DECLINES.access });
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

describe('The figures', () => {
  it('say how many requests wait, when the first is due, and how many are overdue', async () => {
    await opened('access');
    await app.forge.clock.advance(DAY_MS);
    await opened('objection', PEOPLE.ben);
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({
      openRequests: { least: 2 },
      overdueRequests: 0,
      nextDueOn: '2026-04-01',
    });
    await app.forge.clock.set(Date.UTC(2026, 3, 2, 12));
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({
      openRequests: { least: 2 },
      overdueRequests: 1,
    });
    const { requests } = await admin().admin('listRequests');
    expect(requests.map(({ overdue }) => overdue)).toEqual([true, false]);
  });
});

describe('Deciding', () => {
  it('declines with a reason and an end date, which the person sees', async () => {
    const which = await opened('erasure');
    await admin().admin('decideRequest', { ...which, ...DECLINES[which.type] });
    const [shown] = await mine();
    expect(shown).toMatchObject({ status: 'declined', declineReason: 'working-time-law' });
    expect(shown).toMatchObject({ keptUntil: '2027-12-31', decidedAt: expect.any(String) as string });
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
    const { error } = await admin().admin('decideRequest', { ...which, ...DECLINES.erasure, ...wrong });
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { [field]: { key: expect.any(String) as string } },
    });
    expect(await mine()).toMatchObject([{ status: 'open' }]);
  });

  it('the same again changes nothing; otherwise again is refused', async () => {
    const which = await opened('access');
    await admin().admin('decideRequest', { ...which, decision: 'approve' });
    const before = app.stored();
    const again = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(again.request.status).toBe('done');
    expect((await admin().admin('decideRequest', { ...which, ...DECLINES[which.type] })).error?.code).toBe(
      'CONFLICT',
    );
    expect(app.stored()).toEqual(before);
  });

  it('of two decisions at once lets one win and tells the other', async () => {
    const which = await opened('access');
    const answers = await Promise.all([
      admin().admin('decideRequest', { ...which, decision: 'approve' }),
      admin().admin('decideRequest', { ...which, ...DECLINES[which.type] }),
    ]);
    expect(answers.map(({ error }) => error?.code ?? 'decided').sort()).toEqual(['CONFLICT', 'decided']);
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.filter(({ event }) => /approved|declined/.test(event))).toHaveLength(1);
  });

  it('of a decision and a withdrawal at once lets one win', async () => {
    const which = await opened('access');
    const [decision, withdrawal] = await Promise.all([
      admin().admin('decideRequest', { ...which, ...DECLINES[which.type] }),
      anna().user('withdrawRequest', { type: which.type, id: which.id }),
    ]);
    expect([decision.error?.code, withdrawal.error?.code].sort()).toEqual(['CONFLICT', undefined]);
  });

  test.each(['restriction', 'objection'] as const)('grants %s by restricting, to be lifted', async (type) => {
    const which = await opened(type);
    const outcome = type === 'objection' ? { outcome: 'keep-for-claims' } : {};
    const { request } = await admin().admin('decideRequest', { ...which, decision: 'approve', ...outcome });
    expect(request.status).toBe('done');
    expect((await anna().user('getOverview')).restriction).toMatchObject({ by: 'person' });
    expect((await anna().log(TODAY)).error?.code).toBe('CONFLICT');
    await anna().user('setRestriction', { restricted: false });
    expect((await anna().log(TODAY)).error).toBeUndefined();
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.map(({ event, role }) => `${role} ${event}`).sort()).toEqual([
      'administrator request-approved',
      'administrator restriction-set',
      'person request-opened',
      'person restriction-lifted',
    ]);
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
    expect(row.dueOn).toBe('2026-05-31');
    expect(await mine()).toMatchObject([{ extensionReason: 'complex', dueOn: row.dueOn }]);
    expect((await admin().admin('extendRequest', extension)).dueOn).toBe(row.dueOn);
    const again = await admin().admin('extendRequest', { ...which, reason: 'many-requests' });
    expect(again.error?.code).toBe('CONFLICT');
  });

  it('is not extended when the first month is over, nor after a decision', async () => {
    const late = await opened('access');
    const decided = await opened('objection');
    await admin().admin('decideRequest', { ...decided, ...DECLINES.objection });
    const second = await admin().admin('extendRequest', { ...decided, reason: 'complex' });
    expect(second.error?.code).toBe('CONFLICT');
    await app.forge.clock.advance(32 * DAY_MS);
    const first = await admin().admin('extendRequest', { ...late, reason: 'complex' });
    expect(first.error?.code).toBe('CONFLICT');
  });
});
