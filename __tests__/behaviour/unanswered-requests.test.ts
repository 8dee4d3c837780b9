import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, bodyOf, call, settle } = scene;
const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;

const restriction = async () => (await admin().admin('listPeople', { only: [anna] })).people[0]?.restriction;
const requests = async () => (await app.person(anna).user('listMyRequests')).requests;

/** Four years go by in which nobody does anything, entries being kept for ten. */
async function passYears(): Promise<void> {
  const retentionDays = { 'time-entry': 3650, request: 1095 };
  const settings = { retentionDays, selfErasure: 'after-approval', removedDays: 30 };
  expect(await admin().admin('saveSettings', settings)).not.toHaveProperty('error');
  await app.forge.clock.advance(4 * 365 * DAY_MS, { deliver: false });
  await runDaily();
}

async function runDaily(): Promise<void> {
  await app.forge.schedule.run('daily');
  await app.forge.clock.advance(10 * 60_000);
}

const announceErasure = async (): Promise<void> => {
  const accounts = [{ accountId: anna }];
  expect(await call(bodyOf({ subject_request_type: 'erasure', accounts }))).toBe('202 accepted');
  await settle();
};

const decline = async () => {
  const { requests: open } = await admin().admin('listRequests');
  const which = { accountId: anna, type: 'erasure', id: open[0]?.id };
  return admin().admin('decideRequest', { ...which, decision: 'decline', reason: 'unfounded' });
};

describe('A request that nobody answered', () => {
  it('does not expire while the restriction stands that it brought; once it is answered both go', async () => {
    await announceErasure();
    await passYears();
    expect(await requests()).toMatchObject([{ type: 'erasure', status: 'open' }]);
    expect(await restriction()).toMatchObject({ by: 'webhook' });
    expect(await decline()).not.toHaveProperty('error');
    expect(await restriction()).toBeUndefined();
    await runDaily();
    expect(await requests()).toEqual([]);
  });

  it('does not expire either where the person asked, as nobody has answered it yet', async () => {
    await app.person(anna).user('openRequest', { type: 'objection' });
    await passYears();
    expect((await admin().admin('listRequests')).requests).toMatchObject([
      { type: 'objection', status: 'open', overdue: true },
    ]);
  });

  it('is not among what the preview says will go', async () => {
    await announceErasure();
    await app.person(ben).user('openRequest', { type: 'access' });
    const [mine] = (await app.person(ben).user('listMyRequests')).requests;
    await app.person(ben).user('withdrawRequest', { type: 'access', id: mine?.id });
    await app.forge.clock.advance(4 * 365 * DAY_MS, { deliver: false });
    const { dataSets } = await admin().admin('previewRetention');
    expect(dataSets.find(({ dataSet }) => dataSet === 'request')).toMatchObject({ records: 1, held: 0 });
  });
});
