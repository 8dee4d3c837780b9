import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const reason = 'legal-duty';

const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const restrict = (restricted: boolean, accountId: string = PEOPLE.anna) =>
  admin().admin('setRestrictionOf', { accountId, reason, restricted });
const rowOfAnna = async () => (await admin().admin('listPeople', { only: [PEOPLE.anna] })).people[0];

beforeEach(async () => {
  await anna().log('2026-02-27');
});

it('keeps the data and refuses its use, and the person sees by which role and why', async () => {
  expect((await restrict(true)).restriction).toMatchObject({ by: 'administrator' });
  expect(await anna().log('2026-02-28')).toMatchObject({ error: { code: 'CONFLICT' } });
  const { restriction, accesses } = await anna().user('getOverview');
  expect(restriction?.by).toBe('administrator');
  const told = { on: '2026-03-02', role: 'administrator', what: 'restriction-set', reason };
  expect(accesses).toContainEqual(told);
  expect(app.stored('time-entry')).toHaveLength(1);
});

it('is shown in the list of people, and lifted with a line of its own', async () => {
  await restrict(true);
  expect(await rowOfAnna()).toMatchObject({ restricted: true, restriction: { by: 'administrator' } });
  expect(await restrict(false)).toEqual({ restriction: null });
  expect(await anna().log('2026-02-28')).not.toHaveProperty('error');
  const events = (await admin().admin('getAuditLog')).rows.map(({ event }) => event);
  expect(events.slice(0, 2)).toEqual(['restriction-lifted', 'restriction-set']);
});

it('is not the person’s to lift, who can still export and erase everything', async () => {
  await admin().admin('setRestrictionOf', { accountId: PEOPLE.anna, reason: 'security', restricted: true });
  const refused = await anna().user('setRestriction', { restricted: false });
  expect(refused).toMatchObject({ error: { code: 'CONFLICT' } });
  expect((await anna().user('getOverview')).restriction?.by).toBe('administrator');
  expect(await anna().user('exportPage')).not.toHaveProperty('error');
  expect(await anna().user('eraseMyData', { receiptHash: 'a'.repeat(64) })).toMatchObject({
    state: 'fenced',
  });
});

it('restricting twice writes nothing', async () => {
  await restrict(true);
  const before = app.stored();
  expect((await restrict(true)).restriction?.by).toBe('administrator');
  expect(app.stored()).toEqual(before);
});

describe('What the person and an administrator both restrict', () => {
  const own = async (restricted: boolean) => anna().user('setRestriction', { restricted });
  const seen = async () => (await anna().user('getOverview')).restriction;
  const isUsable = async () => (await anna().log('2026-02-28')).error === undefined;
  const ORDERS: Array<[string, Array<() => Promise<unknown>>]> = [
    ['the person first', [() => own(true), () => restrict(true)]],
    ['the administrator first', [() => restrict(true), () => own(true)]],
  ];
  const both = async (steps: Array<() => Promise<unknown>>) => {
    for (const step of steps) {
      expect(await step()).not.toHaveProperty('error');
      await app.forge.clock.advance(60_000);
    }
  };

  it.each(ORDERS)('stays restricted when the administrator lifts theirs: %s', async (_, steps) => {
    await both(steps);
    const { own: since } = (await seen()) ?? {};
    expect(since).toBeDefined();
    expect(await restrict(false)).toEqual({ restriction: { by: 'person', since } });
    expect(await isUsable()).toBe(false);
    expect(await own(false)).toEqual({ restriction: null });
    expect(await isUsable()).toBe(true);
  });

  it.each(ORDERS)('stays restricted when the person lifts theirs: %s', async (_, steps) => {
    await both(steps);
    const left = { by: 'administrator', since: expect.any(String), hold: { reviewOn: '2026-09-02' } };
    expect((await own(false)).restriction).toEqual(left);
    expect(await own(false)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await isUsable()).toBe(false);
    expect(await restrict(false)).toEqual({ restriction: null });
    expect(await isUsable()).toBe(true);
  });

  it('is told to administrators with since when each does, and every step is recorded', async () => {
    await both(ORDERS[0]?.[1] ?? []);
    const restriction = { by: 'administrator', own: (await seen())?.own };
    expect(await rowOfAnna()).toMatchObject({ restricted: true, restriction });
    await own(false);
    await restrict(false);
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.map(({ event, role }) => `${role} ${event}`).reverse()).toEqual([
      'person restriction-set',
      'administrator restriction-set',
      'person restriction-lifted',
      'administrator restriction-lifted',
    ]);
  });

  it('stays the person’s when an administrator grants it as a request beside their own', async () => {
    await restrict(true);
    const which = { accountId: PEOPLE.anna, ...(await anna().user('openRequest', { type: 'restriction' })) };
    const { accountId, type, id } = which;
    await admin().admin('decideRequest', { accountId, type, id, decision: 'approve' });
    expect((await restrict(false)).restriction).toMatchObject({ by: 'person' });
  });
});

describe('What the person restricts', () => {
  const DAY_MS = 86_400_000;
  const lift = (asked = reason) =>
    admin().admin('setRestrictionOf', { accountId: PEOPLE.anna, reason: asked, restricted: false });
  beforeEach(() => anna().user('setRestriction', { restricted: true }));

  it('is lifted a week after the person was told, and not before', async () => {
    const { restriction } = await lift();
    expect(restriction).toMatchObject({ by: 'person' });
    expect(restriction?.liftableFrom).toMatch(/^2026-03-09/);
    const { accesses, ...overview } = await anna().user('getOverview');
    expect(overview.restriction).toEqual(restriction);
    expect(accesses).toMatchObject([{ role: 'administrator', what: 'restriction-lift-announced', reason }]);
    const told = app.stored();
    await app.forge.clock.advance(6 * DAY_MS, { deliver: false });
    expect(await lift()).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(app.stored()).toEqual(told);
    await app.forge.clock.advance(DAY_MS, { deliver: false });
    expect(await lift()).toEqual({ restriction: null });
    expect(await anna().log('2026-02-28')).not.toHaveProperty('error');
  });

  it('is told of once though the answer of storage is lost', async () => {
    app.forge.faults.add({
      path: '/api/v1/transaction',
      times: 1,
      outcome: { kind: 'lost-response' },
    });
    expect((await lift()).restriction).toMatchObject({ by: 'person', liftableFrom: expect.any(String) });
    const lines = app.stored('audit').filter(({ value }) => JSON.stringify(value).includes('lift-announced'));
    expect(lines).toHaveLength(1);
  });

  it('is lifted at once where the person asked for it', async () => {
    expect(await lift('person-asked')).toEqual({ restriction: null });
  });

  it('was told of once, also where an administrator restricts meanwhile and lifts that again', async () => {
    await lift();
    await restrict(true);
    await restrict(false);
    expect((await anna().user('getOverview')).restriction).toHaveProperty('liftableFrom');
    await app.forge.clock.advance(7 * DAY_MS, { deliver: false });
    expect(await lift()).toEqual({ restriction: null });
  });

  it('is told of anew when it is another', async () => {
    await lift();
    await anna().user('setRestriction', { restricted: false });
    expect(JSON.stringify(app.stored('standing'))).not.toContain('liftableFrom');
    await anna().user('setRestriction', { restricted: true });
    expect((await anna().user('getOverview')).restriction).not.toHaveProperty('liftableFrom');
  });
});

it('says so where nothing is kept about the account', async () => {
  expect(await restrict(true, PEOPLE.noData)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

describe('Administrators under a restriction', () => {
  const TO_LOOK = ['correction', 'left-organisation', 'security'];
  const TO_ERASE = ['left-organisation', 'no-longer-needed', 'unlawful', 'objection'];
  const idOfEntry = async () => String((await anna().user('listEntries')).entries[0]?.id);
  const looks = async (asked: string) => {
    const of = { accountId: PEOPLE.anna, reason: asked };
    const id = await idOfEntry();
    return [
      await admin().admin('listEntriesOf', of),
      await admin().admin('exportPageOf', of),
      await admin().admin('correctEntryOf', { ...of, id, startedOn: '2026-02-26', duration: '2h' }),
      await admin().admin('deleteEntriesOf', { ...of, ids: [id] }),
    ];
  };
  const erasures = async (asked: string) => {
    const of = { accountId: PEOPLE.anna, reason: asked };
    const people = [{ accountId: PEOPLE.anna, receiptHash: 'b'.repeat(64) }];
    return [
      await admin().admin('previewErasureOf', of),
      (await admin().admin('erasePeople', { people, reason: asked })).answers[0],
      await admin().admin('erasePerson', { ...of, receiptHash: 'a'.repeat(64) }),
    ];
  };
  const others = [
    ...TO_LOOK.map((asked) => ({ asked, what: 'look', ways: looks })),
    ...TO_ERASE.map((asked) => ({ asked, what: 'erase', ways: erasures })),
  ];

  it.each(others)('do nothing with the data for the reason $asked: $what', async ({ asked, ways }) => {
    await anna().user('setRestriction', { restricted: true });
    await idOfEntry();
    const before = app.stored();
    for (const answer of await ways(asked)) expect(answer).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(app.stored()).toEqual(before);
  });

  it.each(['person-asked', 'legal-duty'])('do all of it for the reason %s', async (asked) => {
    await anna().user('setRestriction', { restricted: true });
    for (const answer of await looks(asked)) expect(answer).not.toHaveProperty('error');
    for (const answer of await erasures(asked)) expect(answer).not.toHaveProperty('error');
    await app.forge.clock.advance(3_600_000);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('delete nothing more once it comes while they delete', async () => {
    for (let day = 1; day <= 12; day += 1) await anna().log(`2026-02-${String(day).padStart(2, '0')}`);
    const ids = (await anna().user('listEntries')).entries.map(({ id }) => id);
    // The first act of a day is a transaction of its own.
    const look = { accountId: PEOPLE.anna, reason: 'security' };
    await admin().admin('listEntriesOf', look);
    let transactions = 0;
    let restricted: Promise<unknown> | undefined;
    app.forge.faults.add({
      path: '/api/v1/transaction',
      times: 1,
      matches: () => {
        transactions += 1;
        if (transactions === 2) restricted = anna().user('setRestriction', { restricted: true });
        return transactions === 2;
      },
      outcome: { kind: 'rate-limited' },
    });
    expect(await admin().admin('deleteEntriesOf', { ...look, ids })).toMatchObject({
      deleted: 10,
      remaining: 3,
    });
    expect(await restricted).not.toHaveProperty('error');
    expect(app.stored('time-entry')).toHaveLength(3);
  });

  it('erase whom only a removal restricts, for the reason that they left', async () => {
    await anna().user('listEntries');
    const { receiptHash, ...of } = { accountId: PEOPLE.anna, receiptHash: 'a'.repeat(64) };
    await app.forge.jira.removeFromSite(PEOPLE.anna);
    const asked = { ...of, reason: 'left-organisation' };
    expect(await admin().admin('exportPageOf', asked)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await admin().admin('erasePerson', { ...asked, receiptHash })).not.toHaveProperty('error');
  });
});
