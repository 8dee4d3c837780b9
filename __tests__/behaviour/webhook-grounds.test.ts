import type { RequestRow } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, bodyOf, closed, call, settle } = scene;
const { anna } = PEOPLE;
const REASON = { reason: 'security' } as const;
const DECLINE = { decision: 'decline', reason: 'unfounded' } as const;

const restriction = async () => (await admin().admin('listPeople', { only: [anna] })).people[0]?.restriction;
const events = async (): Promise<string[]> =>
  (await admin().admin('getAuditLog')).rows.map(({ event, role }) => `${event} ${role}`);

async function announce(body: string): Promise<void> {
  expect(await call(body)).toBe('202 accepted');
  await settle();
}
const announceErasure = () =>
  announce(bodyOf({ subject_request_type: 'erasure', accounts: [{ accountId: anna }] }));
async function theRequest(): Promise<Pick<RequestRow, 'accountId' | 'type' | 'id'>> {
  const { requests } = await admin().admin('listRequests');
  return { accountId: anna, type: 'erasure', id: requests[0]?.id ?? '' };
}

describe('The restriction that a request to erase brought through the webhook', () => {
  it('stays when an announcement is dismissed, as long as the request is open', async () => {
    await announceErasure();
    await announce(closed(anna));
    await admin().admin('dismissAnnounced', { accountId: anna, ...REASON });
    expect(await restriction()).toMatchObject({ by: 'webhook' });
    expect(await events()).not.toContain('restriction-lifted administrator');
    await admin().admin('decideRequest', { ...(await theRequest()), ...DECLINE });
    expect(await restriction()).toBeUndefined();
  });

  it('ends when an administrator declines the request, and the audit log says so', async () => {
    await announceErasure();
    expect(await restriction()).toMatchObject({ by: 'webhook' });
    await admin().admin('decideRequest', { ...(await theRequest()), ...DECLINE });
    expect(await restriction()).toBeUndefined();
    expect((await events()).slice(0, 2).sort()).toEqual([
      'request-declined administrator',
      'restriction-lifted administrator',
    ]);
    expect(await app.person(anna).log('2026-02-26')).not.toHaveProperty('error');
  });

  it('ends when the person withdraws the request', async () => {
    await announceErasure();
    const { type, id } = await theRequest();
    await app.person(anna).user('withdrawRequest', { type, id });
    expect(await restriction()).toBeUndefined();
    expect((await events()).slice(0, 2).sort()).toEqual([
      'request-withdrawn person',
      'restriction-lifted person',
    ]);
  });

  it('leaves what was announced, and what the person and an administrator set', async () => {
    await announceErasure();
    await announce(closed(anna));
    await admin().admin('decideRequest', { ...(await theRequest()), ...DECLINE });
    expect(await restriction()).toMatchObject({ by: 'webhook' });
    await app.person(anna).user('setRestriction', { restricted: true });
    await admin().admin('setRestrictionOf', { accountId: anna, ...REASON, restricted: true });
    await announceErasure();
    await admin().admin('decideRequest', { ...(await theRequest()), ...DECLINE });
    expect(await restriction()).toMatchObject({ by: 'administrator', own: expect.any(String) as string });
  });

  it('holds by itself once the person lifts theirs, and ends for good when an administrator lifts it', async () => {
    const person = app.person(anna);
    await person.user('setRestriction', { restricted: true });
    await announceErasure();
    expect(await restriction()).toMatchObject({ by: 'person' });
    await person.user('setRestriction', { restricted: false });
    expect(await restriction()).toMatchObject({ by: 'webhook' });
    await admin().admin('setRestrictionOf', { accountId: anna, ...REASON, restricted: false });
    await person.user('setRestriction', { restricted: true });
    await person.user('setRestriction', { restricted: false });
    expect(await restriction()).toBeUndefined();
    expect((await admin().admin('listRequests')).requests).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'comes together with the request, where the function dies at call %d to storage',
    async (nth) => {
      await call(bodyOf({ subject_request_type: 'erasure', accounts: [{ accountId: anna }] }));
      const end = app.forge.faults.add({ remote: 'kvs', nth, outcome: { kind: 'crash', when: 'after' } });
      await app.forge.clock.advance(1);
      end();
      const requests = app.stored('request').length;
      expect((await restriction()) !== undefined).toBe(requests > 0);
    },
  );
});

describe('A request that the webhook handed in', () => {
  it('is shown as such, to the person and to administrators, until the person asks for the same', async () => {
    await announceErasure();
    expect((await admin().admin('listRequests')).requests).toMatchObject([{ madeBy: 'webhook' }]);
    const own = () => app.person(anna).user('listMyRequests');
    expect((await own()).requests).toMatchObject([{ type: 'erasure', madeBy: 'webhook' }]);
    await app.person(anna).user('openRequest', { type: 'erasure' });
    const [request] = (await own()).requests;
    expect(request).not.toHaveProperty('madeBy');
    expect(await restriction()).toMatchObject({ by: 'webhook' });
  });
});
