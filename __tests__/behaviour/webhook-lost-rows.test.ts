import { REGISTER, REGISTER_KEY } from '../../src/privacy/data-sets/cohort';
import { PERSON } from '../../src/privacy/data-sets/registration';
import type { DataSet } from '../../src/storage/data-set';
import { addressOf } from '../../src/storage/layout';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;
const { app, admin, bodyOf, call, settle } = useWebhook();

/** What a restored backup may leave out. */
const lose = (set: DataSet, key: string): Promise<unknown> =>
  app.forge.storage.handle(
    app.forge.installations.get().storageId,
    'entity/delete',
    JSON.stringify(addressOf(set, key)),
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
  await lose(REGISTER, REGISTER_KEY);
  await app.forge.clock.advance(2 * DAY_MS);
  expect(await whoAsked()).toEqual([anna, ben].sort());
});

test('what was accepted is carried out for somebody whose live row was lost meanwhile', async () => {
  await lose(PERSON, anna);
  await app.forge.clock.advance(2 * DAY_MS);
  expect(await whoAsked()).toEqual([anna, ben].sort());
});
