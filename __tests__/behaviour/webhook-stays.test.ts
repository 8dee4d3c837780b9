import type { Standing } from '../../src/privacy/data-sets/registration';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;
const { app, admin, bodyOf, closed, call, settle } = useWebhook();

const standings = (): Standing[] => app.stored('standing').map(({ value }) => value as Standing);

/** One of two is restricted today, and the other waits; gives who that is. */
async function announceTwo(body: string): Promise<string> {
  await admin().admin('setWebhookLimit', { mostADay: 1 });
  expect(await call(body)).toBe('202 accepted');
  await settle();
  const waiting = standings().filter(
    ({ accountId, restrictedAt }) => accountId !== PEOPLE.admin && restrictedAt === undefined,
  );
  expect(waiting).toHaveLength(1);
  return waiting[0]?.accountId ?? '';
}

const both = [{ accountId: anna }, { accountId: ben }];

/** Erases everything, and uses the app again. */
async function comeBack(who: string): Promise<void> {
  await app.person(who).user('eraseMyData', { receiptHash: 'c'.repeat(64) });
  await app.forge.clock.advance(10 * 60_000);
  expect((await app.person(who).log('2026-03-02')).error).toBeUndefined();
}

async function expectNothingSaid(who: string): Promise<void> {
  await app.forge.clock.advance(2 * DAY_MS);
  expect(standings().find(({ accountId }) => accountId === who)).not.toHaveProperty('restrictedAt');
  expect((await app.person(who).user('listMyRequests')).requests).toEqual([]);
  expect((await admin().admin('getWebhook')).waiting).toEqual({ least: 0 });
}

test.each([
  ['an account that is said to be closed', () => closed(anna, ben)],
  ['a request to erase', () => bodyOf({ subject_request_type: 'erasure', accounts: both })],
])('%s that waited for another day says nothing about who came back meanwhile', async (_, body) => {
  const who = await announceTwo(body());
  await comeBack(who);
  await expectNothingSaid(who);
});

test('a request that the queue lost is not handed in for who was erased meanwhile and came back', async () => {
  app.forge.queue.mode.losses = 1;
  expect(await call(bodyOf({ subject_request_type: 'access', accounts: both }))).toBe('202 accepted');
  app.forge.queue.mode.losses = 0;
  await comeBack(anna);
  await expectNothingSaid(anna);
  expect((await app.person(ben).user('listMyRequests')).requests).toMatchObject([{ type: 'access' }]);
});
