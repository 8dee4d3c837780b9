import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;
const { app, admin, bodyOf, call, settle } = useWebhook();

/** What a restored backup may leave out. */
const lose = (entityName: string, key: string): Promise<unknown> =>
  app.forge.storage.handle(
    app.forge.installations.get().storageId,
    'entity/delete',
    JSON.stringify({ entityName, key }),
  );

/** A request of two people that was accepted, and that the queue lost. */
beforeEach(async () => {
  app.forge.queue.mode.losses = 1;
  const accounts = [{ accountId: anna }, { accountId: ben }];
  expect(await call(bodyOf({ subject_request_type: 'access', accounts }))).toBe('202 accepted');
  await settle();
  app.forge.queue.mode.losses = 0;
});

const whoAsked = async (): Promise<string[]> =>
  (await admin().admin('listRequests')).requests.map(({ accountId }) => accountId).sort();

test('what was accepted is carried out where the register of cohorts was lost meanwhile', async () => {
  expect(await whoAsked()).toEqual([]);
  await lose('register', 'register');
  await app.forge.clock.advance(2 * DAY_MS);
  expect(await whoAsked()).toEqual([anna, ben].sort());
});

test('what was accepted is carried out for somebody whose live row was lost meanwhile', async () => {
  await lose('person', anna);
  await app.forge.clock.advance(2 * DAY_MS);
  expect(await whoAsked()).toEqual([anna, ben].sort());
});
