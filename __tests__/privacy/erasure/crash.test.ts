import type { LocalForge } from '../../../local/forge';
import type { AuditLine } from '../../../src/privacy/data-sets/audit';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import { prepared, type OpenPrepared } from '../../setup/prepared';
import { SHORT_PAGES } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';

const DAY_MS = 86_400_000;
const HASH = 'a'.repeat(64);
const ENTRIES = 30;

const STORAGE = { queryLagMs: 20_000, quotas: 'off', ...SHORT_PAGES } as const;

/** Anna and Ben have entries, in the middle of everything. */
async function liveIn(forge: LocalForge): Promise<void> {
  for (let day = 1; day <= ENTRIES; day += 1) {
    await personOf(forge, PEOPLE.anna).log(`2026-01-${String(day).padStart(2, '0')}`, '30m');
  }
  await personOf(forge, PEOPLE.ben).log('2026-02-02');
  await forge.clock.advance(60_000);
}

/** A function that is killed leaves its caller without an answer. */
const attempt = (work: () => Promise<unknown>): Promise<unknown> => work().catch(() => undefined);

async function erase(forge: LocalForge): Promise<void> {
  await attempt(() => personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH }));
  await forge.clock.advance(10 * 60_000);
}

/** How many entries the audit log says have expired: each once, wherever a run was killed. */
const recordedAsExpired = (forge: LocalForge): number =>
  storedRows(forge, 'audit')
    .map(({ value }) => value as AuditLine)
    .filter(({ event }) => event === 'entries-expired')
    .reduce((sum, { records }) => sum + (records?.['time-entry'] ?? 0), 0);

async function expireAll(forge: LocalForge): Promise<void> {
  await attempt(() => forge.schedule.run('daily'));
  await forge.clock.advance(10 * 60_000);
}

/** How many platform calls a run makes, so that each can be the one at which its function dies. */
async function callsOf(open: OpenPrepared, run: (forge: LocalForge) => Promise<void>) {
  const forge = await open();
  forge.faults.resetCalls();
  await run(forge);
  const calls = forge.faults.calls();
  await forge.close();
  return calls;
}

async function crashAtEvery(
  prepare: (forge: LocalForge) => Promise<void>,
  run: (forge: LocalForge) => Promise<void>,
  expectRight: (forge: LocalForge) => void,
): Promise<number> {
  const open = await prepared(
    async (forge) => {
      await liveIn(forge);
      await prepare(forge);
    },
    { storage: STORAGE },
  );
  const calls = await callsOf(open, run);
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const when of ['before', 'after'] as const) {
      const forge = await open();
      forge.faults.crashAt(nth, when);
      await run(forge);
      forge.faults.clear();
      await run(forge);
      await forge.clock.advance(5 * DAY_MS);
      expect({ nth, when, wrong: contradictions(forge) }).toEqual({ nth, when, wrong: [] });
      expectRight(forge);
      await forge.close();
    }
  }
  return calls;
}

test('an erasure killed at any platform call ends right', async () => {
  const calls = await crashAtEvery(
    async () => {},
    erase,
    (forge) => {
      expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
      expect(stored(forge).entries.map(({ accountId }) => accountId)).toEqual([PEOPLE.ben]);
    },
  );
  expect(calls).toBeGreaterThan(15);
}, 120_000);

test('an erasure that was noted for the queue, killed at any platform call, ends right', async () => {
  const people = [{ accountId: PEOPLE.anna, receiptHash: HASH }];
  const calls = await crashAtEvery(
    async () => {},
    async (forge) => {
      const asked = { people, reason: 'left-organisation' };
      await attempt(() => personOf(forge, PEOPLE.admin).admin('erasePeople', asked));
      await forge.clock.advance(10 * 60_000);
    },
    (forge) => {
      expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
      expect(storedRows(forge, 'erasure')).toHaveLength(1);
    },
  );
  expect(calls).toBeGreaterThan(20);
}, 120_000);

test('a retention run killed at any platform call ends right', async () => {
  const calls = await crashAtEvery(
    (forge) => forge.clock.advance(1096 * DAY_MS, { deliver: false }),
    expireAll,
    (forge) => {
      expect(stored(forge).entries).toEqual([]);
      expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
      expect(storeMentions(forge, PEOPLE.ben)).toBe(false);
      expect(recordedAsExpired(forge)).toBe(ENTRIES + 1);
    },
  );
  expect(calls).toBeGreaterThan(15);
}, 240_000);
