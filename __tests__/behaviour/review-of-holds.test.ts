import { withChange } from '../../src/privacy/versioned';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import type { Standing } from '../../src/privacy/data-sets/registration';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const DAY_MS = 86_400_000;
const ofAnna = { accountId: PEOPLE.anna, reason: 'legal-duty' };
/** The local Forge begins on 2 March 2026. */
const [TODAY, TOMORROW, IN_SIX_MONTHS, IN_A_YEAR] = ['2026-03-02', '2026-03-03', '2026-09-02', '2027-03-02'];

const hold = (reviewOn?: string) =>
  admin().admin('setRestrictionOf', {
    ...ofAnna,
    restricted: true,
    ...(reviewOn !== undefined && { reviewOn }),
  });
const lift = () => admin().admin('setRestrictionOf', { ...ofAnna, restricted: false });
const extend = (reviewOn: string, reason = 'legal-duty') =>
  admin().admin('extendHoldOf', { ...ofAnna, reason, reviewOn });
const toReview = async () => (await admin().admin('listHoldsToReview')).held;
const counted = async () => (await admin().admin('getDashboard')).holdsToReview;
const events = async () => (await admin().admin('getAuditLog')).rows.map(({ event }) => event);
const standingRow = () => app.stored('standing').find(({ key }) => key.endsWith(PEOPLE.anna));
const standing = () => standingRow()?.value as Standing | undefined;
const passDays = (days: number) => app.forge.clock.advance(days * DAY_MS, { deliver: false });

beforeEach(() => anna().log('2026-02-27'));

describe('The day on which a hold is reviewed', () => {
  it('is six months later where nobody says, and the person and administrators read it', async () => {
    const held = { by: 'administrator', hold: { reviewOn: IN_SIX_MONTHS } };
    expect((await hold()).restriction).toMatchObject(held);
    expect((await anna().user('getOverview')).restriction).toMatchObject(held);
    const { people } = await admin().admin('listPeople', { only: [PEOPLE.anna] });
    expect(people).toMatchObject([{ restriction: held }]);
    expect((await admin().admin('getDashboard')).reviewDays).toEqual({
      first: TOMORROW,
      standard: IN_SIX_MONTHS,
      last: IN_A_YEAR,
    });
  });

  it.each([TOMORROW, IN_A_YEAR])('can be %s', async (reviewOn) => {
    expect((await hold(reviewOn)).restriction).toMatchObject({ hold: { reviewOn } });
  });

  it.each(['2026-03-01', TODAY, '2027-03-03', '9999-12-31', '2026-02-30', '', 'soon', `${TOMORROW}T00:00`])(
    'cannot be %j, with a message for the field, and nothing is done',
    async (reviewOn) => {
      const fields = { reviewOn: { key: expect.any(String) as string } };
      const before = app.stored();
      expect(await hold(reviewOn)).toMatchObject({ error: { code: 'INVALID', fields } });
      expect(app.stored()).toEqual(before);
      await hold();
      const held = app.stored();
      expect(await extend(reviewOn)).toMatchObject({ error: { code: 'INVALID', fields } });
      expect(app.stored()).toEqual(held);
    },
  );

  it('is refused of what is no hold: another reason, or lifting', async () => {
    const before = app.stored();
    const asked = { ...ofAnna, restricted: true, reviewOn: TOMORROW };
    for (const other of [{ reason: 'security' }, { restricted: false }]) {
      expect(await admin().admin('setRestrictionOf', { ...asked, ...other })).toMatchObject({
        error: { code: 'INVALID', fields: { reviewOn: { key: expect.any(String) as string } } },
      });
    }
    expect(app.stored()).toEqual(before);
    const { restriction } = await admin().admin('setRestrictionOf', {
      ...ofAnna,
      reason: 'security',
      restricted: true,
    });
    expect(restriction).not.toHaveProperty('hold');
    expect(await extend(TOMORROW)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is one day though two administrators set the hold at once, and both are told which', async () => {
    const [one, other] = await Promise.all([hold(TOMORROW), hold(IN_A_YEAR)]);
    expect(one).toEqual(other);
    expect((await events()).filter((event) => event === 'restriction-set')).toHaveLength(1);
  });

  it('stays while the person restricts their data, too, and after they lifted that', async () => {
    await hold(TOMORROW);
    await anna().user('setRestriction', { restricted: true });
    expect(standing()).toMatchObject({ reviewOn: TOMORROW });
    await anna().user('setRestriction', { restricted: false });
    expect(standing()).toMatchObject({ reviewOn: TOMORROW });
  });

  it('is in the export of the person, and goes with an erasure and with the hold', async () => {
    await hold(TOMORROW);
    const { parts } = await anna().user('exportPage');
    const own = parts.find(({ dataSet }) => dataSet === 'standing');
    expect(own?.records).toMatchObject([{ reviewOn: TOMORROW }]);
    await lift();
    expect(standing()).not.toHaveProperty('reviewOn');
    await hold(TOMORROW);
    await admin().admin('erasePerson', { ...ofAnna, receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(2 * DAY_MS);
    expect(JSON.stringify(app.stored())).not.toContain('reviewOn');
    expect(await toReview()).toEqual([]);
    expect(await extend('2026-08-01')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('A hold whose day has come', () => {
  beforeEach(() => hold('2026-03-12'));

  it('is told to administrators from that day on, and does not end', async () => {
    await passDays(9);
    expect([await counted(), await toReview()]).toEqual([{ least: 0 }, []]);
    await passDays(1);
    const due = [{ accountId: PEOPLE.anna, reviewOn: '2026-03-12' }];
    expect([await counted(), await toReview()]).toEqual([{ least: 1 }, due]);
    await passDays(300);
    await app.forge.schedule.run('daily');
    expect(await toReview()).toEqual(due);
    expect(await anna().log('2026-03-02')).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is reviewed later once it is extended, with a line that the person reads, and once', async () => {
    await passDays(10);
    const extended = { restriction: { by: 'administrator', hold: { reviewOn: '2026-09-12' } } };
    expect(await extend('2026-09-12')).toMatchObject(extended);
    const after = app.stored();
    expect(await extend('2026-09-12')).toMatchObject(extended);
    expect(app.stored()).toEqual(after);
    expect([await counted(), await toReview()]).toEqual([{ least: 0 }, []]);
    const { accesses } = await anna().user('getOverview');
    expect(accesses[0]).toEqual({
      on: '2026-03-12',
      role: 'administrator',
      what: 'restriction-extended',
      reason: 'legal-duty',
    });
  });

  it('is extended once though the answer of storage is lost', async () => {
    const lost = { kind: 'lost-response' } as const;
    app.forge.faults.add({ path: '/api/v1/transaction', times: 1, outcome: lost });
    expect(await extend('2026-08-01')).not.toHaveProperty('error');
    expect((await events()).filter((event) => event === 'restriction-extended')).toHaveLength(1);
  });

  it('is extended for a legal duty alone, and only as long as it is there', async () => {
    const before = app.stored();
    for (const reason of ['security', 'person-asked']) {
      expect(await extend('2026-08-01', reason)).toMatchObject({ error: { code: 'CONFLICT' } });
    }
    expect(app.stored()).toEqual(before);
    await lift();
    const lifted = app.stored();
    expect(await extend('2026-08-01')).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(app.stored()).toEqual(lifted);
  });

  it('is not told any more when it is lifted, also while lists are late', async () => {
    await passDays(10);
    app.forge.storage.settings.queryLagMs = DAY_MS;
    await lift();
    expect(await toReview()).toEqual([]);
  });

  it('is nobody’s but an administrator’s to see or extend', async () => {
    const refused = { error: { code: 'NOT_ALLOWED' } };
    expect(await anna().admin('listHoldsToReview')).toMatchObject(refused);
    expect(await anna().admin('extendHoldOf', { ...ofAnna, reviewOn: '2026-08-01' })).toMatchObject(refused);
  });
});

describe('A hold that an earlier version set, without a day', () => {
  beforeEach(async () => {
    await hold();
    const { storageId } = app.forge.installations.get();
    const row = standingRow();
    const value = withChange(row?.value as Standing, { reviewOn: undefined });
    await app.forge.storage.load(storageId, [
      { store: 'entity', entityName: 'standing', key: String(row?.key), value },
    ]);
  });

  it('holds as before, and is shown without one', async () => {
    expect(await anna().user('previewErasure')).toMatchObject({ heldByLaw: true });
    expect((await anna().user('getOverview')).restriction?.hold).toEqual({});
  });

  it('is due for review with the next daily run, and again and again the same', async () => {
    await app.forge.schedule.run('daily');
    const due = [{ accountId: PEOPLE.anna, reviewOn: TODAY }];
    expect([await counted(), await toReview()]).toEqual([{ least: 1 }, due]);
    await passDays(1);
    await app.forge.schedule.run('daily');
    expect(await toReview()).toEqual(due);
  });

  it('is extended and lifted like any other', async () => {
    expect((await extend('2026-08-01')).restriction.hold).toEqual({ reviewOn: '2026-08-01' });
    await app.forge.schedule.run('daily');
    expect(standing()).toMatchObject({ reviewOn: '2026-08-01' });
    expect(await lift()).toEqual({ restriction: null });
  });

  it('gets no day where it is lifted while the daily run looks', async () => {
    app.forge.storage.settings.queryLagMs = DAY_MS;
    await lift();
    await app.forge.schedule.run('daily');
    expect(standing()).not.toHaveProperty('reviewOn');
  });
});
