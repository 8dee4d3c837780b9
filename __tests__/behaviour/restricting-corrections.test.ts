import type { MyRequest } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { DECLINE, TODAY, useCorrections } from './correction-scene';

const { anna, admin, logged, ask, decide, approve } = useCorrections();

describe('A correction with which the person wants their data not to be used', () => {
  const restriction = async () => (await anna().user('getOverview')).restriction;
  const askedRestricting = async () =>
    anna().user('openRequest', { type: 'correction', correction: await logged(), restricts: true });
  const which = ({ type, id }: MyRequest) => ({ accountId: PEOPLE.anna, type, id });

  it.each([
    ['approved', (request: MyRequest) => approve(which(request))],
    ['declined', (request: MyRequest) => decide(which(request), DECLINE)],
    ['withdrawn', ({ type, id }: MyRequest) => anna().user('withdrawRequest', { type, id })],
  ])('restricts the use until it is %s', async (_, answer) => {
    const request = await askedRestricting();
    expect(await restriction()).toMatchObject({ by: 'person', since: request.restrictedAt });
    const looked = await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    expect(looked.error?.code).toBe('CONFLICT');
    expect((await anna().log(TODAY)).error?.code).toBe('CONFLICT');
    expect((await answer(request)).error).toBeUndefined();
    expect(await restriction()).toBeUndefined();
  });

  it('restricts also where the same waits already without that, and nothing where they do not want it', async () => {
    const correction = await logged();
    const first = await ask(correction);
    expect(await restriction()).toBeUndefined();
    const again = await anna().user('openRequest', { type: 'correction', correction, restricts: true });
    expect(again).toMatchObject({ id: first.id, restrictedAt: expect.any(String) as string });
    expect(await restriction()).toMatchObject({ by: 'person' });
  });

  it('leaves a restriction that the person had set before', async () => {
    await anna().log(TODAY);
    const correction = await logged();
    await anna().user('setRestriction', { restricted: true });
    const before = await restriction();
    const request = await anna().user('openRequest', { type: 'correction', correction, restricts: true });
    await decide(which(request), DECLINE);
    expect(await restriction()).toEqual(before);
  });
});
