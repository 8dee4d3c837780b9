import type { LocalForge } from '../../../local/forge';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { personOf } from '../../behaviour/person';
import { PEOPLE } from '../../setup/test-site';
import { prepared, type OpenPrepared } from '../../setup/prepared';
import { SHORT_PAGES } from '../../setup/test-forge';
import { comeBack, DAY_MS, liveIn } from './lived-in';

let open: OpenPrepared;
beforeAll(async () => {
  open = await prepared(liveIn, { storage: SHORT_PAGES });
});

async function callsOfAnUninstall(): Promise<number> {
  const forge = await open();
  forge.faults.resetCalls();
  await forge.installations.uninstall();
  const calls = forge.faults.calls();
  await forge.close();
  return calls;
}

/** Either all of it is there and fits together, or nothing is. */
function expectWholeOrNothing(forge: LocalForge): 'whole' | 'nothing' {
  const { entries } = stored(forge);
  expect(contradictions(forge)).toEqual([]);
  expect(storeMentions(forge, PEOPLE.chloe)).toBe(false);
  if (entries.length === 4) return 'whole';
  expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
  expect(storeMentions(forge, PEOPLE.ben)).toBe(false);
  return 'nothing';
}

test('an uninstall killed at any platform call: what comes back is whole, or is deleted to the end', async () => {
  const calls = await callsOfAnUninstall();
  expect(calls).toBeGreaterThan(30);
  const ends: string[] = [];
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const when of ['before', 'after'] as const) {
      const forge = await open();
      forge.faults.crashAt(nth, when);
      await comeBack(forge);
      forge.faults.clear();
      await forge.clock.advance(3 * DAY_MS);
      ends.push(expectWholeOrNothing(forge));
      const answer = await personOf(forge, PEOPLE.anna).log('2026-03-05');
      expect({ nth, when, error: answer.error }).toEqual({ nth, when, error: undefined });
      await forge.close();
    }
  }
  expect(ends.filter((end) => end === 'whole').length).toBeGreaterThan(0);
  expect(ends.slice(4)).toEqual(ends.slice(4).map(() => 'nothing'));
}, 240_000);
