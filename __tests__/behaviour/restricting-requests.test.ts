import type { MyRequest } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { DECLINE, useCorrections } from './correction-scene';
import { DECLINES } from './declines';

const { app, anna, admin, logged, decide } = useCorrections();

const restriction = async () => (await anna().user('getOverview')).restriction;
const which = ({ type, id }: MyRequest) => ({ accountId: PEOPLE.anna, type, id });
const object = (restricts = false) => anna().user('openRequest', { type: 'objection', restricts });
const correct = async (restricts = false) =>
  anna().user('openRequest', { type: 'correction', correction: await logged(), restricts });
const minute = () => app.forge.clock.advance(60_000);

describe('Two requests at a time', () => {
  it('keep the restriction until the last of them is answered that wants it', async () => {
    const correction = await correct(true);
    await minute();
    const objection = await object(true);
    await minute();
    await decide(which(correction), DECLINE);
    expect(await restriction()).toMatchObject({ by: 'person' });
    await decide(which(objection), DECLINES.objection);
    expect(await restriction()).toBeUndefined();
  });

  it('keep it until the last is withdrawn, too', async () => {
    const correction = await correct(true);
    await minute();
    const objection = await object(true);
    await anna().user('withdrawRequest', { type: 'correction', id: correction.id });
    expect(await restriction()).toMatchObject({ by: 'person' });
    await anna().user('withdrawRequest', { type: 'objection', id: objection.id });
    expect(await restriction()).toBeUndefined();
  });

  it('a granted objection restricts on, when the correction that restricted is answered', async () => {
    const correction = await correct(true);
    await minute();
    const objection = await object();
    const granted = await admin().admin('decideRequest', {
      ...which(objection),
      decision: 'approve',
      outcome: 'keep-for-claims',
    });
    expect(granted.error).toBeUndefined();
    await minute();
    await decide(which(correction), DECLINE);
    expect(await restriction()).toMatchObject({ by: 'person' });
  });

  it('a granted restriction restricts on, when the objection that restricted is declined', async () => {
    await logged();
    const objection = await object(true);
    await minute();
    const asked = await anna().user('openRequest', { type: 'restriction' });
    const granted = await admin().admin('decideRequest', { ...which(asked), decision: 'approve' });
    expect(granted.error).toBeUndefined();
    await minute();
    await decide(which(objection), DECLINES.objection);
    expect(await restriction()).toMatchObject({ by: 'person' });
  });
});
