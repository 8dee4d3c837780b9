import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const TODAY = '2026-03-02';

describe('The overview', () => {
  it('holds exactly what an export holds, and tells what the app alone needs from the rest', async () => {
    await anna().log(TODAY);
    await anna().user('openRequest', { type: 'access' });
    await app.person(PEOPLE.admin).admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    await app.forge.clock.advance(60_000);
    const { dataSets } = await anna().user('getOverview');
    const { counts } = await anna().user('exportPage');
    expect(Object.fromEntries(dataSets.map(({ name, records }) => [name, records]))).toEqual(counts);
    const needed = dataSets.filter(({ bookkeeping }) => bookkeeping).map(({ name }) => name);
    expect(needed.sort()).toEqual(['audit', 'cohort', 'person', 'standing']);
    const preview = await anna().user('previewErasure');
    for (const from of [dataSets, preview.dataSets])
      expect(from.find(({ name }) => name === 'day-totals')?.counted).toBe('data.day-totals-counted');
  });

  it('says how much time is kept and of which days, unless some of it is out of sight', async () => {
    await anna().log(TODAY, '1h 30m');
    await anna().log('2025-12-31', '2h');
    await anna().log('2025-03-01', '30m');
    expect((await anna().user('getOverview')).time).toEqual({
      seconds: 4 * 3600,
      firstOn: '2025-03-01',
      lastOn: TODAY,
    });
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 5, firstDay: '2009-03-01' }]);
    expect((await anna().user('getOverview')).time).toBeUndefined();
  });

  it('tells for two weeks that an administrator looked, or answered a request', async () => {
    const admin = app.person(PEOPLE.admin);
    const news = async () => (await anna().user('getOverview')).news;
    await anna().log(TODAY);
    const { id } = await anna().user('openRequest', { type: 'access' });
    expect(await news()).toEqual({});
    const onPanel = async () => (await anna().user('getPanel')).news;
    expect(await onPanel()).toEqual({});
    const which = { accountId: PEOPLE.anna, type: 'access', id } as const;
    const { extendedAt } = await admin.admin('extendRequest', { ...which, reason: 'complex' });
    expect(extendedAt).toBeDefined();
    expect(await news()).toEqual({ extendedAt });
    expect(await onPanel()).toEqual({ extendedAt });
    await admin.admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    await admin.admin('decideRequest', {
      ...which,
      decision: 'decline',
      reason: 'unfounded',
    });
    const [decided] = (await anna().user('listMyRequests')).requests;
    expect(decided?.status).toBe('declined');
    expect(await news()).toEqual({ answeredAt: decided?.decidedAt, seenOn: TODAY });
    expect(await onPanel()).toEqual(await news());
    await app.forge.clock.advance(16 * 86_400_000);
    expect(await news()).toEqual({});
    expect(await onPanel()).toEqual({});
  });
});
