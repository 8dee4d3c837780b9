import { sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DECLINES } from './declines';

const app = useForge();
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const decide = (which: { type: string; id: string }, how: object) =>
  admin().admin('decideRequest', { accountId: PEOPLE.anna, type: which.type, id: which.id, ...how });

it('the receipt of an erasure that was approved says that the person asked, on which day, and when it was approved', async () => {
  await admin().saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
  await anna().log('2026-03-01');
  const { request } = await anna().user('eraseMyData', { receiptHash: sha256('CODE') });
  await app.forge.clock.advance(20 * DAY_MS, { deliver: false });
  const which = { type: 'erasure', id: String(request?.id) };
  const { job } = await decide(which, { decision: 'approve' });
  await app.forge.clock.advance(5 * 60_000);
  const { receipt } = await anna().user('getJob', { id: String(job?.id) });
  expect(receipt).toMatchObject({
    askedBy: 'person',
    askedAt: '2026-03-02T00:00:00.000Z',
    decidedAt: expect.stringMatching(/^2026-03-22T/) as string,
  });
  expect(await anna().user('checkReceipt', { code: 'CODE'.padEnd(20, '0') })).toMatchObject({
    state: 'unknown',
  });
  const { number = '', digest = '' } = receipt ?? {};
  expect(await anna().user('checkReceipt', { number, digest })).toMatchObject({ state: 'valid' });
});

it('lines of the audit log about a request say what was asked for, and why it was declined', async () => {
  await anna().log('2026-03-01');
  const access = await anna().user('openRequest', { type: 'access' });
  await decide(access, DECLINES.access);
  const objection = await anna().user('openRequest', { type: 'objection' });
  await decide(objection, { decision: 'approve', outcome: 'keep-for-claims' });
  const restriction = await anna().user('openRequest', { type: 'restriction' });
  await anna().user('withdrawRequest', { type: 'restriction', id: restriction.id });
  const { rows } = await admin().admin('getAuditLog');
  const said = rows.flatMap(({ event, request, declineReason }) =>
    request ? [[event, request, ...(declineReason ? [declineReason] : [])].join(' ')] : [],
  );
  expect(said.sort()).toEqual([
    'request-approved objection',
    'request-declined access rights-of-others',
    'request-opened access',
    'request-opened objection',
    'request-opened restriction',
    'request-withdrawn restriction',
  ]);
});
