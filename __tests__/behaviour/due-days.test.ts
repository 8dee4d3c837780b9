import { sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
/** 00:30 on 31 March in Zurich. */
const HALF_PAST_MIDNIGHT = Date.UTC(2026, 2, 30, 22, 30);
const ZURICH = { timezoneOffset: -120 };

beforeEach(async () => {
  await anna().log('2026-03-02');
  await app.forge.clock.set(HALF_PAST_MIDNIGHT);
});

it('a request just after midnight in Zurich is received on that day, and due 30 days later', async () => {
  const request = await anna().user('openRequest', { type: 'access', ...ZURICH });
  expect(request).toMatchObject({ receivedOn: '2026-03-31', dueOn: '2026-04-30' });
  const { accountId, type, id } = { accountId: PEOPLE.anna, ...request };
  const extended = await admin().admin('extendRequest', { accountId, type, id, reason: 'complex' });
  expect(extended.dueOn).toBe('2026-06-29');
});

it('so is one for the erasure of everything that waits for an approval', async () => {
  await admin().saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
  const asked = { receiptHash: sha256('CODE'), ...ZURICH };
  const { request } = await anna().user('eraseMyData', asked);
  expect(request).toMatchObject({ receivedOn: '2026-03-31', dueOn: '2026-04-30' });
});

it('a receipt never says that it was asked for after it was approved: not on a day that has not come in UTC', async () => {
  await admin().saveSettings({ retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 });
  const asked = await anna().user('eraseMyData', { receiptHash: sha256('CODE'), ...ZURICH });
  const { id } = (asked as { request: { id: string } }).request;
  const which = { accountId: PEOPLE.anna, type: 'erasure', id };
  await admin().admin('decideRequest', { ...which, decision: 'approve' });
  await app.forge.clock.advance(300_000);
  expect(app.stored('receipt').map(({ value }) => value)).toMatchObject([
    {
      askedAt: '2026-03-30T00:00:00.000Z',
      decidedAt: expect.stringMatching(/^2026-03-30T22/) as string,
    },
  ]);
});

it('without a time zone the day is that of UTC, which in Europe is no later', async () => {
  const request = await anna().user('openRequest', { type: 'access' });
  expect(request).toMatchObject({ receivedOn: '2026-03-30', dueOn: '2026-04-29' });
});

it('is overdue when its last day is over, and not on it', async () => {
  await anna().user('openRequest', { type: 'access', ...ZURICH });
  const overdue = async () => (await admin().admin('listRequests')).requests.map((row) => row.overdue);
  await app.forge.clock.set(Date.UTC(2026, 3, 30, 23, 59));
  expect(await overdue()).toEqual([false]);
  await app.forge.clock.set(Date.UTC(2026, 4, 1, 0, 1));
  expect(await overdue()).toEqual([true]);
});

it('a request of an earlier version, which says no day, is due on the day it was', async () => {
  await anna().user('openRequest', { type: 'access' });
  const [row] = app.stored('request');
  const { receivedOn, ...before } = row?.value as { receivedOn: string; id: string };
  const value = { ...before, due: `2026-04-30T22:30:00.000Z#${before.id}` };
  await app.forge.storage.load(app.forge.installations.get().storageId, [
    { store: 'entity', entityName: 'request', key: String(row?.key), value },
  ]);
  expect((await anna().user('listMyRequests')).requests).toMatchObject([
    { receivedOn: receivedOn, dueOn: '2026-04-30' },
  ]);
});
