import { sha256 } from '../../src/privacy/digest';
import { personOf } from '../behaviour/person';
import { PEOPLE } from '../setup/test-site';
import { totalsIn } from '../setup/totals-in';
import { storedRows } from '../setup/use-forge';
import type { Check } from './claims-on-storage';
import type { Scene } from './scene';

const DAY_MS = 86_400_000;
const today = ({ forge }: Scene): string => new Date(forge.clock.now()).toISOString().slice(0, 10);

const settings = (keepTotals: boolean) => ({
  retentionDays: { 'time-entry': 30 },
  selfErasure: 'at-once',
  removedDays: 30,
  keepTotals,
});

const totals = ({ forge }: Scene): unknown[] => totalsIn(forge);

/** Everything there is now expires at once. */
async function expire({ forge }: Scene): Promise<void> {
  await forge.clock.advance(32 * DAY_MS);
}

/** An entry of each of three people on an issue. */
async function threeLog(scene: Scene, issueId: string, longest = '1h'): Promise<void> {
  const { forge, anna, ben } = scene;
  const day = today(scene);
  await anna.log(day, longest, issueId);
  await ben.log(day, '1h', issueId);
  await personOf(forge, PEOPLE.chloe).log(day, '1h', issueId);
}

/** What the notice says of time that is kept without names. */
export const CLAIMS_ON_TOTALS: Record<string, Check> = {
  'time-without-names': async (scene) => {
    const { admin, anna, ben } = scene;
    await admin.saveSettings(settings(false));
    await threeLog(scene, '20001');
    await expire(scene);
    expect(storedRows(scene.forge, 'time-entry')).toEqual([]);
    expect(totals(scene)).toEqual([]);
    await admin.saveSettings(settings(true));
    await threeLog(scene, '20001');
    await threeLog(scene, '20002', '20h');
    await anna.log(today(scene), '1h', '20003');
    await expire(scene);
    expect(totals(scene)).toEqual([{ issueId: '20001', seconds: 3 * 3600 }]);
    await threeLog(scene, '20001');
    await anna.user('setRestriction', { restricted: true });
    const { entries } = await ben.user('listEntries');
    await ben.user('deleteEntries', { ids: entries.map(({ id }) => id) });
    await personOf(scene.forge, PEOPLE.chloe).user('eraseMyData', { receiptHash: sha256('a code') });
    await expire(scene);
    expect(storedRows(scene.forge, 'time-entry')).toMatchObject([{ value: { accountId: scene.annaId } }]);
    expect(totals(scene)).toEqual([{ issueId: '20001', seconds: 3 * 3600 }]);
  },
};
