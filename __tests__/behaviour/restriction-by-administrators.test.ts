import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const reason = 'legal-duty';

const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const restrict = (restricted: boolean, accountId: string = PEOPLE.anna) =>
  admin().admin('setRestrictionOf', { accountId, reason, restricted });

beforeEach(async () => {
  await anna().log('2026-02-27');
});

it('keeps the data and refuses its use, and the person sees by which role and why', async () => {
  expect((await restrict(true)).restriction).toMatchObject({ by: 'administrator' });
  expect(await anna().log('2026-02-28')).toMatchObject({ error: { code: 'CONFLICT' } });
  const { restriction, accesses } = await anna().user('getOverview');
  expect(restriction?.by).toBe('administrator');
  expect(accesses).toContainEqual({
    on: '2026-03-02',
    role: 'administrator',
    what: 'restriction-set',
    reason,
  });
  expect(app.stored('time-entry')).toHaveLength(1);
});

it('is shown in the list of people, and lifted with a line of its own', async () => {
  await restrict(true);
  const [row] = (await admin().admin('listPeople')).people;
  expect(row).toMatchObject({ restricted: true, restriction: { by: 'administrator' } });
  expect(await restrict(false)).toEqual({ restriction: null });
  expect(await anna().log('2026-02-28')).not.toHaveProperty('error');
  const events = (await admin().admin('getAuditLog')).rows.map(({ event }) => event);
  expect(events.slice(0, 2)).toEqual(['restriction-lifted', 'restriction-set']);
});

it('is not the person’s to lift, who can still export and erase everything', async () => {
  await restrict(true);
  const refused = await anna().user('setRestriction', { restricted: false });
  expect(refused).toMatchObject({ error: { code: 'CONFLICT' } });
  expect((await anna().user('getOverview')).restriction?.by).toBe('administrator');
  expect(await anna().user('exportPage')).not.toHaveProperty('error');
  expect(await anna().user('eraseMyData', { receiptHash: 'a'.repeat(64) })).toMatchObject({
    state: 'fenced',
  });
});

it('leaves the person’s own restriction as it is, and restricting twice writes nothing', async () => {
  await anna().user('setRestriction', { restricted: true });
  const before = app.stored();
  expect((await restrict(true)).restriction?.by).toBe('person');
  expect(app.stored()).toEqual(before);
});

it('says so where nothing is kept about the account', async () => {
  expect(await restrict(true, PEOPLE.noData)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
