import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const LETTER = { accountId: PEOPLE.anna, type: 'access', receivedOn: '2026-02-20', identified: 'document' };
const decide = (which: { type: string; id: string }, how: object) =>
  admin().admin('decideRequest', { accountId: PEOPLE.anna, type: which.type, id: which.id, ...how });
const restriction = async () => (await anna().user('getOverview')).restriction;

beforeEach(() => anna().log('2026-02-27'));

describe('A request by letter', () => {
  it('is entered by an administrator, is due from the day of its receipt, and the person sees it', async () => {
    const entered = await admin().admin('openRequestOf', LETTER);
    expect(entered).toMatchObject({ madeBy: 'administrator', identified: 'document', dueOn: '2026-03-20' });
    const [seen] = (await anna().user('listMyRequests')).requests;
    expect(seen).toMatchObject({ id: entered.id, receivedOn: '2026-02-20', madeBy: 'administrator' });
    const [line] = (await admin().admin('getAuditLog')).rows;
    expect(line).toMatchObject({ event: 'request-opened', role: 'administrator', request: 'access' });
    const { error } = await admin().admin('openRequestOf', { ...LETTER, receivedOn: '2027-01-01' });
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { receivedOn: { key: expect.any(String) as string } },
    });
  });

  it('is one with what waits already, and does not say that somebody is on the site', async () => {
    const own = await anna().user('openRequest', { type: 'access' });
    await app.forge.jira.removeFromSite(PEOPLE.anna);
    const entered = await admin().admin('openRequestOf', LETTER);
    expect(entered).toMatchObject({ id: own.id });
    expect(entered).not.toHaveProperty('madeBy');
    expect(JSON.stringify(app.stored('standing'))).toContain('removedAt');
  });

  it('is not approved before it is established who asks, which is entered once it is', async () => {
    const letter = { ...LETTER, type: 'erasure' };
    const entered = await admin().admin('openRequestOf', { ...letter, identified: 'not-yet' });
    const refused = await decide(entered, { decision: 'approve' });
    expect(refused.error?.code).toBe('CONFLICT');
    expect(app.stored('time-entry')).toHaveLength(1);
    const known = await admin().admin('openRequestOf', letter);
    expect(known).toMatchObject({ id: entered.id, dueOn: entered.dueOn, identified: 'document' });
    const { job } = await decide(known, { decision: 'approve' });
    expect(job).toMatchObject({ state: 'fenced' });
  });

  it('whose erasure was approved has a receipt that says no more than the app knows', async () => {
    const entered = await admin().admin('openRequestOf', { ...LETTER, type: 'erasure' });
    await decide(entered, { decision: 'approve' });
    await app.forge.clock.advance(10 * 60_000);
    const receipts = app.stored('receipt').map(({ value }) => value);
    expect(receipts).toMatchObject([{ askedBy: 'administrator', askedAt: '2026-02-20T00:00:00.000Z' }]);
    const { rows } = await admin().admin('getAuditLog');
    const line = rows.find(({ event }) => event === 'erasure-asked');
    expect(line).toMatchObject({ role: 'administrator', reason: 'person-asked' });
  });

  it('may be declined since nobody could tell who asked', async () => {
    const entered = await admin().admin('openRequestOf', { ...LETTER, identified: 'not-yet' });
    const declined = await decide(entered, { decision: 'decline', reason: 'cannot-identify' });
    expect(declined.request.status).toBe('declined');
  });

  it('of somebody about whom nothing is kept is answered with that, and stores nothing', async () => {
    const before = app.stored();
    const { error } = await admin().admin('openRequestOf', { ...LETTER, accountId: PEOPLE.noData });
    expect(error).toMatchObject({
      code: 'NOT_FOUND',
      says: { key: 'refused-admin.nothing-stored-tell' },
    });
    expect(app.stored()).toEqual(before);
  });
});

describe('An objection', () => {
  const object = (restricts: boolean) => anna().user('openRequest', { type: 'objection', restricts });

  it('restricts the use while it is open, where the person wants that, and no longer', async () => {
    const asked = await object(true);
    expect(await restriction()).toMatchObject({ by: 'person', since: asked.restrictedAt });
    const looked = await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    expect(looked.error?.code).toBe('CONFLICT');
    await decide(asked, { decision: 'decline', reason: 'compelling-grounds' });
    expect(await restriction()).toBeUndefined();
    await anna().user('withdrawRequest', await object(true).then(({ type, id }) => ({ type, id })));
    expect(await restriction()).toBeUndefined();
    await object(false);
    expect(await restriction()).toBeUndefined();
  });

  it('restricts the use also where it waits already, without that or by letter', async () => {
    const entered = await admin().admin('openRequestOf', { ...LETTER, type: 'objection' });
    const asked = await object(true);
    expect(asked.id).toBe(entered.id);
    expect(await restriction()).toMatchObject({ by: 'person', since: asked.restrictedAt });
    expect(await object(true)).toEqual(asked);
    await decide(asked, { decision: 'decline', reason: 'no-ground' });
    expect(await restriction()).toBeUndefined();
  });

  it('does not end a restriction that the person had set before', async () => {
    await anna().user('setRestriction', { restricted: true });
    const before = await restriction();
    await decide(await object(true), { decision: 'decline', reason: 'no-ground' });
    expect(await restriction()).toEqual(before);
  });

  it('that is granted leads to an erasure, or to data kept for claims alone, as the administrator chooses', async () => {
    const asked = await object(true);
    const open = await decide(asked, { decision: 'approve' });
    expect(open.error).toMatchObject({
      code: 'INVALID',
      fields: { outcome: { key: expect.any(String) as string } },
    });
    const kept = await decide(asked, { decision: 'approve', outcome: 'keep-for-claims' });
    expect(kept.request).toMatchObject({ status: 'done', keptFor: 'legal-claims' });
    expect(await restriction()).toMatchObject({ by: 'person' });
    const again = await object(true);
    const { job } = await decide(again, { decision: 'approve', outcome: 'erase' });
    expect(job).toMatchObject({ state: 'fenced', askedBy: 'person' });
    await app.forge.clock.advance(10 * 60_000);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  });

  it('alone has that choice', async () => {
    const asked = await anna().user('openRequest', { type: 'access' });
    const { error } = await decide(asked, { decision: 'approve', outcome: 'erase' });
    expect(error?.code).toBe('INVALID');
    expect(app.stored('time-entry')).toHaveLength(1);
  });
});
