import * as fc from 'fast-check';
import { DATA_MAP } from '../../src/data-map';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { Standing } from '../../src/privacy/data-sets/registration';
import type { Engine } from '../../src/privacy/engine';
import { openFirst, openMore } from '../../src/privacy/person/open-cohorts';
import { startErasure } from '../../src/privacy/erasure/start';
import { Refused } from '../../src/privacy/errors';
import { noteChanged } from '../../src/privacy/reporting/note-changed';
import { mergeCohorts } from '../../src/privacy/reporting/merge';
import { runReporting } from '../../src/privacy/reporting/run';
import { readReporting } from '../../src/privacy/reporting/lease';
import { writeAbout } from '../../src/privacy/person/write';
import { isStorageFailure } from '../../src/storage/failures';
import { openMemoryStore, type MemoryStore } from '../setup/memory-store';
import { runCount } from '../setup/run-count';
import { takingTurns } from '../setup/taking-turns';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 2, 9, 20);

interface Scene {
  engine: Engine;
  store: MemoryStore;
  /** Accounts of each report. */
  reports: string[][];
}

/** An engine whose every call waits until the scheduler lets it go on. */
function openScene(
  closed: ReadonlySet<string>,
  scheduler: fc.Scheduler,
): Scene & { passTo(now: number): void } {
  let now = START;
  let isLive = false;
  const reports: string[][] = [];
  const store = openMemoryStore({
    map: DATA_MAP,
    now: () => now,
    fate: () => 'works',
    die: () => new Promise(() => undefined),
    lagMs: 0,
  });
  const turn = async (): Promise<void> => {
    if (isLive) await scheduler.schedule(Promise.resolve());
  };
  const engine: Engine = {
    store: takingTurns(store, turn),
    queue: { push: async () => turn() },
    members: { ask: async () => ({ kind: 'gone' }) },
    reports: {
      report: async (accounts) => {
        await turn();
        const asked = accounts.map(({ accountId }) => accountId);
        reports.push(asked);
        await turn();
        return {
          kind: 'answered',
          closed: asked.filter((one) => closed.has(one)),
          updated: [],
          notUnderstood: 0,
        };
      },
    },
    now: () => new Date((now += 1)),
    pause: turn,
    remainingMs: () => 900_000,
    installationId: () => 'a-site-of-many-hands',
    mapVersion: '0123456789abcdef',
    dependents: {},
    log: () => undefined,
  };
  const passTo = (instant: number): void => {
    now = instant;
    isLive = true;
  };
  return { engine, store, reports, passTo };
}

const account = (n: number): string => `712020:${String(n).padStart(8, '0')}`;

const register = (engine: Engine, accountId: string): Promise<void> =>
  writeAbout(engine, {
    accountId,
    causedAt: engine.now(),
    registers: true,
    reads: [],
    plan: ({ subject }) => (subject ? { done: undefined } : { write: [], result: undefined }),
  });

/** Too many hands at one group may refuse somebody, who then tries again. */
const attempt = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refused) && !isStorageFailure(error)) throw error;
  });

/** People in several cohorts, as after a crowd that came at once. */
async function registerApart(engine: Engine, people: number): Promise<void> {
  await openMore(engine, await openFirst(engine));
  await readReporting(engine);
  for (let n = 1; n <= people; n += 1) await register(engine, account(n));
}

test('runs at the same time, with people who join, leave, change and are moved together, report each account once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 6 }),
      fc.subarray([1, 2, 3, 4, 5, 6]),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 2 }),
      async (scheduler, people, closedOnes, runs, merges) => {
        const closed = new Set(closedOnes.map(account));
        const scene = openScene(closed, scheduler);
        if (merges > 0) await registerApart(scene.engine, people);
        for (let n = 1; n <= people; n += 1) await register(scene.engine, account(n));
        scene.passTo(START + 8 * DAY_MS);
        const { engine } = scene;
        const works = [
          ...Array.from({ length: runs }, () => runReporting(engine)),
          ...Array.from({ length: merges }, () => mergeCohorts(engine)),
          register(engine, account(50)),
          startErasure(engine, { accountId: account(1), askedBy: 'person', marker: 'erased' }),
          noteChanged(engine, account(2)),
        ].map(attempt);
        await scheduler.waitFor(Promise.all(works));
        expectOnce(scene, people, closed);
      },
    ),
    { numRuns: runCount(300, 20_000) },
  );
}, 3_600_000);

function expectOnce({ store, reports }: Scene, people: number, closed: ReadonlySet<string>): void {
  const reported = reports.flat();
  expect(new Set(reported).size).toBe(reported.length);
  const rows = [...(store.rows.get('cohort')?.values() ?? [])] as Cohort[];
  const members = rows.flatMap((row) => row.members.map(({ accountId }) => accountId)).sort();
  expect(members).toEqual([...(store.rows.get('person')?.keys() ?? [])].sort());
  const standings = [...(store.rows.get('standing')?.values() ?? [])] as Standing[];
  const misplaced = standings.filter(({ accountId, cohort }) => {
    const row = store.rows.get('cohort')?.get(cohort) as Cohort | undefined;
    return !row?.members.some((member) => member.accountId === accountId);
  });
  expect(misplaced).toEqual([]);
  expect(members.filter((accountId) => closed.has(accountId) && reported.includes(accountId))).toEqual([]);
  const stay = Array.from({ length: people }, (_, n) => account(n + 1)).filter((one) => one !== account(1));
  expect(stay.filter((one) => !closed.has(one) && !members.includes(one))).toEqual([]);
  expect(stay.filter((one) => !reported.includes(one))).toEqual([]);
}
