import { PEOPLE } from '../setup/test-site';
import { totalsIn } from '../setup/totals-in';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const OPEN = '20001';
const admin = () => app.person(PEOPLE.admin);
const pass = (days: number): Promise<void> => app.forge.clock.advance(days * DAY_MS);
const totals = () => totalsIn(app.forge);
const panelOf = (accountId: string) => app.person(accountId).user('getPanel', {}, OPEN);

/** As the form does, which lets it wait. */
const switchOff = async () => {
  const { version, selfErasure, removedDays } = await admin().admin('getSettings');
  const others = { version, retentionDays: {}, selfErasure, removedDays };
  return admin().admin('saveSettings', { ...others, keepTotals: false });
};

/** Three people log time, which is added to a total when it expires. */
async function someAdded(): Promise<void> {
  await admin().saveSettings({
    retentionDays: { 'time-entry': 30 },
    selfErasure: 'at-once',
    removedDays: 30,
    keepTotals: true,
  });
  for (const who of [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe]) await app.person(who).log(TODAY);
  await pass(32);
}

describe('The time without names', () => {
  it('is no longer shown and is deleted a day after administrators switch it off', async () => {
    await someAdded();
    await switchOff();
    await app.forge.schedule.run('daily');
    expect((await panelOf(PEOPLE.anna)).secondsWithoutNames).toBe(10_800);
    expect(totals()).toHaveLength(1);
    await pass(1);
    expect(await admin().admin('getSettings')).toMatchObject({ keepTotals: false, totals: [] });
    expect((await panelOf(PEOPLE.anna)).secondsWithoutNames).toBeUndefined();
    await app.forge.schedule.run('daily');
    expect(totals()).toEqual([]);
  });

  it('stays where an administrator takes the switch back in time', async () => {
    await someAdded();
    await switchOff();
    expect(await admin().admin('takeBackSetting', { setting: 'keepTotals' })).toMatchObject({
      keepTotals: true,
      waiting: [],
    });
    await pass(2);
    expect(totals()).toEqual([{ issueId: OPEN, seconds: 10_800 }]);
  });
});
