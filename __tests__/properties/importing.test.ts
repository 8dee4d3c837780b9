import * as fc from 'fast-check';
import type { LocalForge } from '../../local/forge';
import type { DayTotals, TimeEntry } from '../../src/timesheet/time-entry';
import { personOf } from '../behaviour/person';
import { takeoutOf } from '../behaviour/takeout';
import { expectConsistent } from '../setup/consistent';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';

const HASH = 'd'.repeat(64);

const logged = fc.record({
  issueId: fc.constantFrom('20001', '20002'),
  startedOn: fc.constantFrom('2025-12-30', '2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'),
  minutes: fc.integer({ min: 1, max: 700 }),
  corrected: fc.option(fc.constantFrom('2025-12-31', '2026-03-02'), { nil: undefined }),
});

type Logged = typeof logged extends fc.Arbitrary<infer One> ? One : never;

/** Logs as a person does; what the app refuses, since a day is full, is not there. */
async function live(forge: LocalForge, history: readonly Logged[]): Promise<void> {
  const anna = personOf(forge, PEOPLE.anna);
  for (const { issueId, startedOn, minutes, corrected } of history) {
    const { entry, error } = await anna.log(startedOn, `${minutes}m`, issueId);
    if (error || corrected === undefined) continue;
    await anna.user('correctEntry', { id: entry.id, startedOn: corrected, duration: '90m' });
  }
  await forge.clock.advance(60_000);
}

const INSTANTS = ['2026-01-05T09:00:00.000Z', '2026-02-28T17:30:00.500Z'];

/** Entries that were logged at once, as those of a week are, some of which say the same. */
async function twins(forge: LocalForge, history: readonly Logged[]): Promise<void> {
  const rows = history.map(({ issueId, startedOn, minutes }, at) => ({
    issueId,
    startedOn,
    seconds: minutes % 2 === 0 ? 1800 : 3600,
    id: at.toString(16).padStart(32, '0'),
    createdAt: INSTANTS[at % 2] ?? '',
  }));
  if (rows.length > 0) await personOf(forge, PEOPLE.anna).user('importEntries', { rows });
}

/** Everything that people would notice, without the IDs, which are new after an import. */
function picture(forge: LocalForge): unknown {
  const rows = <Row>(name: string): Row[] => storedRows(forge, name).map(({ value }) => value as Row);
  return {
    entries: rows<TimeEntry>('time-entry')
      .map(({ issueId, startedOn, seconds, createdAt }) => [startedOn, issueId, seconds, createdAt].join(' '))
      .sort(),
    totals: rows<DayTotals>('day-totals').sort((one, other) => one.year.localeCompare(other.year)),
    counts: rows<{ counts: object }>('standing').map(({ counts }) => counts),
  };
}

async function erase(forge: LocalForge): Promise<void> {
  await personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(30 * 60_000);
}

const open = (seed = 0) => openTestForge({ seed, storage: { queryLagMs: 20_000, quotas: 'off' } });

test('what is exported, erased and imported is as it was: entries, totals and counts, once however often it comes', async () => {
  const history = fc.array(logged, { minLength: 1, maxLength: 40 });
  const same = fc.array(logged, { maxLength: 8 });
  const fault = fc.option(
    fc.record({ nth: fc.integer({ min: 1, max: 12 }), when: fc.constantFrom('before', 'after') }),
    {
      freq: 3,
      nil: undefined,
    },
  );
  await fc.assert(
    fc.asyncProperty(history, same, fault, fc.nat(), async (entries, together, trouble, seed) => {
      const forge = await open(seed);
      try {
        await twins(forge, together);
        await live(forge, entries);
        const takeout = takeoutOf(forge, PEOPLE.anna);
        const before = picture(forge);
        const file = await takeout.export();
        await erase(forge);
        // Some of it came in by another file before.
        const half = { ...file, entries: file.entries.filter((_, at) => (at + seed) % 3 === 0) };
        await takeout.run(await takeout.plan(half));
        await forge.clock.advance(60_000);
        const plan = await takeout.plan(file);
        if (trouble) forge.faults.crashAt(trouble.nth, trouble.when);
        await takeout.run(plan);
        forge.faults.clear();
        await forge.clock.advance(60_000);
        // What came in is recognised; a page that was closed begins anew.
        await takeout.run(await takeout.plan(file));
        expect(picture(forge)).toEqual(before);
        await takeout.run(plan);
        expect(picture(forge)).toEqual(before);
        await forge.clock.advance(60_000);
        const again = await takeout.plan(file);
        expect([again.rows, again.present]).toEqual([[], file.entries.length]);
        // A file made of what was imported says the same.
        const second = await takeout.export();
        expect((await takeout.plan(second)).rows).toEqual([]);
        expectConsistent(forge);
      } finally {
        await forge.close();
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? runCount(25, 1000)), endOnFailure: false },
  );
}, 1_200_000);

test('an import killed at any platform call, and begun again, brings each entry once', async () => {
  const history: Logged[] = Array.from({ length: 40 }, (_, at) => ({
    issueId: at % 2 === 0 ? '20001' : '20002',
    startedOn: at < 20 ? '2025-12-31' : '2026-01-01',
    minutes: 10 + at,
    corrected: undefined,
  }));
  /** @returns how many calls the import made */
  const killedAt = async (nth: number, when: 'before' | 'after'): Promise<number> => {
    const forge = await open();
    try {
      await live(forge, history);
      const before = picture(forge);
      const takeout = takeoutOf(forge, PEOPLE.anna);
      const file = await takeout.export();
      await erase(forge);
      const plan = await takeout.plan(file);
      forge.faults.resetCalls();
      if (nth > 0) forge.faults.crashAt(nth, when);
      const first = await takeout.run(plan);
      const calls = forge.faults.calls();
      expect({ nth, when, first: first.state }).toEqual({ nth, when, first: nth > 0 ? 'stopped' : 'done' });
      forge.faults.clear();
      expectConsistent(forge);
      await takeout.run(plan);
      expect({ nth, when, ...(picture(forge) as object) }).toEqual({ nth, when, ...(before as object) });
      return calls;
    } finally {
      await forge.close();
    }
  };
  const calls = await killedAt(0, 'before');
  expect(calls).toBeGreaterThan(7);
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const when of ['before', 'after'] as const) await killedAt(nth, when);
  }
}, 240_000);
