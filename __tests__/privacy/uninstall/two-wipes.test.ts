import type { LocalForge } from '../../../local/forge';
import { engine } from '../../../src/app';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { prepared } from '../../setup/prepared';
import { SHORT_PAGES } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { beforeStorageCalls, closedGate } from './interleaving';
import { comeBack, DAY_MS, HOUR_MS, liveIn } from './lived-in';

const MINUTE_MS = 60_000;
/** With the minute before it, just within the 900 seconds that a function may run. */
const LONGEST_RUN_MS = 13 * MINUTE_MS;

type Missing = 'fails' | 'passes';

/** A store whose uninstall closed it and got no further, linked to a new installation. */
async function getHalfGone(forge: LocalForge): Promise<void> {
  await liveIn(forge);
  forge.faults.add({
    functionKey: 'pre-uninstall',
    path: '/api/v1/transaction',
    // The first closes the store.
    nth: 2,
    outcome: { kind: 'crash', when: 'before' },
  });
  await comeBack(forge);
  forge.faults.clear();
}

interface SlowRun {
  /** Whether it made so many calls that it stands still. */
  held: boolean;
  letGo: () => Promise<unknown>;
}

/** A daily run that empties the store and stands still just before one of its storage calls is carried out. */
async function slowRun(forge: LocalForge, atCall: number): Promise<SlowRun> {
  const goesOn = closedGate();
  const heldOrOver = closedGate();
  let calls = 0;
  let held = false;
  beforeStorageCalls(forge, async (functionKey) => {
    if (functionKey !== 'run-daily' || (calls += 1) !== atCall) return;
    held = true;
    heldOrOver.open();
    await goesOn.wait;
  });
  const run = forge.schedule.run('daily').finally(heldOrOver.open);
  await heldOrOver.wait;
  const letGo = (): Promise<unknown> => {
    goesOn.open();
    return run;
  };
  return { held, letGo };
}

/** Somebody opens the app, so that a job of the queue looks at the store too; nobody is let in yet. */
async function visit(forge: LocalForge): Promise<void> {
  const { error } = await personOf(forge, PEOPLE.ben).user('getPanel');
  expect(error?.code).toBe('CONFLICT');
}

async function startAfresh(forge: LocalForge): Promise<void> {
  await forge.clock.advance(2 * HOUR_MS);
  expect((await personOf(forge, PEOPLE.anna).log('2026-03-01')).error).toBeUndefined();
  expect((await personOf(forge, PEOPLE.ben).log('2026-03-02')).error).toBeUndefined();
}

async function expectNothingMissing(forge: LocalForge): Promise<void> {
  expect(stored(forge).entries).toHaveLength(2);
  expect(contradictions(forge)).toEqual([]);
  expect(storeMentions(forge, PEOPLE.chloe)).toBe(false);
  await forge.clock.advance(2 * DAY_MS);
  await personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: 'b'.repeat(64) });
  await forge.clock.advance(HOUR_MS);
  expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
  expect(stored(forge).entries).toHaveLength(1);
  expect(contradictions(forge)).toEqual([]);
}

/** Has a run stand still at each of its storage calls in turn, until it makes no more. */
async function expectAtEveryCall(
  missing: Missing,
  meet: (forge: LocalForge, slow: SlowRun) => Promise<void>,
): Promise<void> {
  const storage = { ...SHORT_PAGES, conditionOnMissingRow: missing, quotas: 'off' } as const;
  const halfGone = await prepared(getHalfGone, { storage });
  for (let atCall = 1, held = true; held; atCall += 1) {
    const forge = await halfGone();
    try {
      const slow = await slowRun(forge, atCall);
      held = slow.held;
      await meet(forge, slow);
      if (!held) expect(atCall).toBeGreaterThan(10);
    } finally {
      await forge.close();
    }
  }
}

beforeAll(() => {
  jest.spyOn(engine, 'pause').mockResolvedValue();
});
afterAll(() => jest.restoreAllMocks());

describe.each(['fails', 'passes'] as const)('Where a condition on a missing row %s', (missing) => {
  it('two runs that empty a store at once take nothing of who starts afresh', async () => {
    await expectAtEveryCall(missing, async (forge, { letGo }) => {
      await visit(forge);
      await forge.clock.advance(MINUTE_MS);
      await visit(forge);
      await forge.clock.advance(LONGEST_RUN_MS);
      await visit(forge);
      await letGo();
      await startAfresh(forge);
      await expectNothingMissing(forge);
    });
  }, 300_000);

  it('a call of one that arrives long after the store is in use again takes nothing either', async () => {
    await expectAtEveryCall(missing, async (forge, { letGo }) => {
      await visit(forge);
      await startAfresh(forge);
      await letGo();
      await expectNothingMissing(forge);
    });
  }, 300_000);
});
