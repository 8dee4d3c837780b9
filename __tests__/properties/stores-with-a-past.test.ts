import * as fc from 'fast-check';
import { personOf } from '../behaviour/person';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { eventfulHistory, platform } from './histories';
import { live, SUBJECTS } from './living';
import { leaveOver, LEFT } from './raw-changes';
import { replayed } from './replayed';
import { stored } from './stored';
import type { World } from './world';

const DAY_MS = 86_400_000;

/** A kind of row of somebody that an erasure has left, by number. */
interface Leftover {
  who: number;
  kind: number;
}

const circumstances = fc.record({
  callMs: fc.constantFrom(undefined, { min: 20, max: 60 }),
  keptDays: fc.constantFrom(undefined, 30),
  leftovers: fc.array(fc.record({ who: fc.nat({ max: 2 }), kind: fc.nat({ max: LEFT.length - 1 }) }), {
    maxLength: 2,
  }),
});

/** Leaves rows of people who are not there, and has a scan look for them: another erasure is to be confirmed. */
async function leave({ forge }: World, leftovers: readonly Leftover[]): Promise<void> {
  if (leftovers.length === 0) return;
  await forge.clock.advance(2 * DAY_MS);
  for (const { who, kind } of leftovers) {
    const [accountId, set] = [SUBJECTS[who], LEFT[kind]];
    const isThere = stored(forge).people.some((person) => person.accountId === accountId);
    if (accountId && set && !isThere) await leaveOver(forge, set, accountId);
  }
  const other = personOf(forge, PEOPLE.noData);
  expect((await other.log(new Date(forge.clock.now()).toISOString().slice(0, 10))).error).toBeUndefined();
  await other.user('eraseMyData', { receiptHash: 'a'.repeat(64) });
}

test('where people act at once, time jumps, versions change and backups are restored, everyone’s data is what it should be', async () => {
  await fc.assert(
    fc.asyncProperty(eventfulHistory, platform, circumstances, (happenings, made, { leftovers, ...around }) =>
      live(happenings, made, { ...around, atEnd: (world) => leave(world, leftovers) }),
    ),
    replayed(runCount(80, 5_000)),
  );
}, 3_600_000);
