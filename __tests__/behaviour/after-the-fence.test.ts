import { sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const receiptHash = sha256('a code');
const ofAnna = { accountId: PEOPLE.anna, reason: 'security' };
const being = { error: { code: 'CONFLICT', says: { key: 'refused.being-deleted' } } };

/** Anna has begun to erase everything, and nothing of it has been deleted yet. */
beforeEach(async () => {
  for (const day of ['2026-02-26', '2026-02-27', '2026-02-28']) await anna().log(day);
  await anna().user('openRequest', { type: 'objection' });
  await app.person(PEOPLE.ben).log('2026-02-27');
  await app.person(PEOPLE.ben).user('openRequest', { type: 'access' });
  app.forge.queue.mode.losses = 1;
  await anna().user('eraseMyData', { receiptHash });
  expect(app.stored('time-entry')).toHaveLength(4);
});

it('What an erasure is about to delete is shown to its person no more', async () => {
  expect(await anna().user('listEntries')).toEqual({ entries: [] });
  expect(await anna().user('getPanel')).toMatchObject({ entries: [], erasing: expect.any(String) as string });
  expect(await anna().user('getOverview')).toMatchObject({ dataSets: [], erasing: { state: 'fenced' } });
  expect(await anna().user('listMyRequests')).toEqual({ requests: [] });
  const { parts } = await anna().user('exportPage');
  expect(parts.map(({ dataSet }) => dataSet).sort()).toEqual(['erasure', 'marker']);
});

it('nor to administrators, who are told that it is being erased', async () => {
  const people = await admin().admin('listPeople');
  expect(people.people.map(({ accountId }) => accountId)).toEqual([PEOPLE.ben]);
  const requests = await admin().admin('listRequests');
  expect(requests.requests.map(({ accountId }) => accountId)).toEqual([PEOPLE.ben]);
  expect(await admin().admin('getDashboard')).toMatchObject({
    people: 1,
    openRequests: { least: 1 },
    runningErasures: { least: 1 },
  });
  expect(await admin().admin('listEntriesOf', ofAnna)).toMatchObject(being);
  expect(await admin().admin('exportPageOf', ofAnna)).toMatchObject(being);
  expect(await admin().admin('deleteEntriesOf', { ...ofAnna, ids: ['some-entry-of-anna'] })).toMatchObject(
    being,
  );
  expect(await admin().admin('setRestrictionOf', { ...ofAnna, restricted: true })).toMatchObject(being);
});

it('and its person, who asks for more, is told so, too', async () => {
  expect(await anna().user('openRequest', { type: 'access' })).toMatchObject(being);
  expect(await anna().user('setRestriction', { restricted: true })).toMatchObject(being);
  const ids = app.stored('time-entry').map(({ key }) => key.split('#')[1]);
  expect(await anna().user('deleteEntries', { ids })).toEqual({ deleted: 0, remaining: 0 });
});

it('Once it is done, nothing is kept', async () => {
  app.forge.queue.mode.losses = 0;
  await app.forge.clock.advance(86_400_000);
  expect(await admin().admin('listEntriesOf', ofAnna)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await anna().user('openRequest', { type: 'access' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await anna().user('deleteEntries', { ids: ['some-entry-of-anna'] })).toEqual({
    deleted: 0,
    remaining: 0,
  });
});
