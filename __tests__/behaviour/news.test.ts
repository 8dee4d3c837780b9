import { loadOwnLines } from '../setup/loaded-lines';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const look = () => admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });

/** What is news on each page that tells any. */
async function told() {
  const { news: onMyData } = await anna().user('getOverview');
  const { news: onPanel } = await anna().user('getPanel');
  return { onMyData, onPanel };
}

const onBoth = (news: object) => ({ onMyData: news, onPanel: news });

describe('That an administrator looked is news', () => {
  beforeEach(async () => {
    await anna().log(TODAY);
    await look();
    await app.forge.clock.advance(1000);
  });

  it('behind more lines of one’s own than a page has', async () => {
    await loadOwnLines(app.forge, PEOPLE.anna, 150);
    await app.forge.clock.advance(200_000);
    expect(await told()).toEqual(onBoth({ seenOn: TODAY }));
  });

  it('behind lines about something else that administrators did', async () => {
    await loadOwnLines(app.forge, PEOPLE.anna, 150);
    await app.forge.clock.advance(200_000);
    await admin().admin('setRestrictionOf', {
      accountId: PEOPLE.anna,
      reason: 'person-asked',
      restricted: true,
    });
    expect(await told()).toEqual(onBoth({ seenOn: TODAY }));
  });

  it('for the whole of the last day, on each page', async () => {
    const pastNoon = 6 * 3_600_000;
    await app.forge.clock.advance(14 * DAY_MS + pastNoon);
    expect(await told()).toEqual(onBoth({ seenOn: TODAY }));
    await app.forge.clock.advance(DAY_MS);
    expect(await told()).toEqual(onBoth({}));
  });
});
