import * as fc from 'fast-check';
import { DATA_MAP } from '../../src/data-map';
import { cohortChange, withMembers } from '../../src/privacy/cohorts';
import { COHORT, MOST_MEMBERS, type Cohort } from '../../src/privacy/data-sets/cohort';
import type { Standing } from '../../src/privacy/data-sets/registration';
import type { Engine } from '../../src/privacy/engine';
import { startErasure } from '../../src/privacy/erasure/start';
import { openFirst, openMore, openOne, REGISTER_REF } from '../../src/privacy/person/open-cohorts';
import { Refused } from '../../src/privacy/errors';
import { mergeCohorts } from '../../src/privacy/reporting/merge';
import { readReporting } from '../../src/privacy/reporting/lease';
import { isStorageFailure } from '../../src/storage/failures';
import { logTime } from '../../src/timesheet/log-time';
import { openMemoryStore, type MemoryStore } from '../setup/memory-store';
import { runCount } from '../setup/run-count';
import { takingTurns } from '../setup/taking-turns';

const START = Date.UTC(2026, 2, 2, 9, 20);
const ANNA = '712020:anna';
const other = (n: number): string => `712020:other-${n}`;

/** Everything that may happen at the same moment as several first entries of one person. */
const moment = fc.record({
  conditionOnMissingRow: fc.constantFrom('fails' as const, 'passes' as const),
  entries: fc.integer({ min: 2, max: 4 }),
  others: fc.integer({ min: 0, max: 6 }),
  /** Those who stand in the first cohort before; nothing where there is none yet. */
  before: fc.constantFrom(undefined, 0, MOST_MEMBERS - 2, MOST_MEMBERS - 1, MOST_MEMBERS),
  open: fc.constantFrom('one', 'more'),
  opens: fc.integer({ min: 0, max: 2 }),
  closes: fc.integer({ min: 0, max: 1 }),
  erasures: fc.integer({ min: 0, max: 2 }),
});

interface Scene {
  engine: Engine;
  store: MemoryStore;
  /** From now on every call waits until the scheduler lets it go on. */
  live: () => void;
}

function openScene(scheduler: fc.Scheduler, conditionOnMissingRow: 'fails' | 'passes'): Scene {
  let now = START;
  let isLive = false;
  const turn = async (): Promise<void> => {
    if (isLive) await scheduler.schedule(Promise.resolve());
  };
  const store = openMemoryStore({
    map: DATA_MAP,
    now: () => now,
    fate: () => 'works',
    die: () => new Promise(() => undefined),
    lagMs: 0,
    conditionOnMissingRow,
  });
  const engine: Engine = {
    store: takingTurns(store, turn),
    queue: { push: turn },
    reports: { report: () => Promise.reject(new Error('nobody is due')) },
    members: { ask: async () => ({ kind: 'gone' }) },
    now: () => new Date((now += 1)),
    pause: turn,
    remainingMs: () => 900_000,
    installationId: () => 'a-site-of-one-moment',
    mapVersion: '0123456789abcdef',
    dependents: {},
    log: () => undefined,
  };
  return { engine, store, live: () => (isLive = true) };
}

/** So many people in the first cohort, of whom nothing else is told here. */
async function fill({ engine }: Scene, size: number): Promise<void> {
  const { open } = await openFirst(engine);
  const at = new Date(START).toISOString();
  const members = Array.from({ length: size }, (_, n) => ({
    accountId: `712020:before-${n}`,
    updatedAt: at,
  }));
  const cohort = (await engine.store.get(COHORT, open)) as Cohort;
  await engine.store.transact([cohortChange(open, withMembers(cohort, members))]);
}

async function openMoreNow(engine: Engine): Promise<void> {
  const register = await engine.store.get(REGISTER_REF.dataSet, REGISTER_REF.key);
  if (register) await openMore(engine, register);
}

const log = (engine: Engine, accountId: string, n: number): Promise<unknown> =>
  logTime(engine, {
    request: { fromClient: `request-${n}` },
    accountId,
    issueId: '20001',
    startedOn: '2026-03-02',
    seconds: 60,
  });

const times = (count: number, work: (n: number) => Promise<unknown>): Array<Promise<unknown>> =>
  Array.from({ length: count }, (_, n) => work(n));

/** Whether it was done, and not refused. */
const done = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof Refused) && !isStorageFailure(error)) throw error;
      return false;
    },
  );

test('whoever makes several first entries at once is registered once, whatever else happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), moment, async (scheduler, given) => {
      const scene = openScene(scheduler, given.conditionOnMissingRow);
      const { engine } = scene;
      if (given.before !== undefined) await fill(scene, given.before);
      if (given.open === 'more') await openMore(engine, await openFirst(engine));
      await readReporting(engine);
      scene.live();
      const entries = times(given.entries, (n) => log(engine, ANNA, n)).map(done);
      const around = [
        ...times(given.others, (n) => log(engine, other(n), 0)),
        ...times(given.opens, () => openMoreNow(engine)),
        ...times(given.closes, () => openOne(engine)),
        ...times(given.closes, () => mergeCohorts(engine)),
        ...times(given.erasures, () =>
          startErasure(engine, { accountId: ANNA, askedBy: 'person', marker: 'erased' }),
        ),
      ].map(done);
      const [logged] = await scheduler.waitFor(Promise.all([Promise.all(entries), Promise.all(around)]));
      expectOnce(scene.store);
      if (given.erasures === 0) expectCounted(scene.store, logged.filter(Boolean).length);
    }),
    { numRuns: runCount(500, 30_000) },
  );
}, 3_600_000);

const rowsOf = <Row>({ rows }: MemoryStore, name: string): Array<[string, Row]> =>
  [...(rows.get(name)?.entries() ?? [])] as Array<[string, Row]>;

/** Whoever has a live row stands in one cohort, the one that their standing row names; and nobody else does. */
function expectOnce(store: MemoryStore): void {
  const places = rowsOf<Cohort>(store, 'cohort').flatMap(([number, { members }]) =>
    members.map(({ accountId }) => `${accountId} in ${number}`),
  );
  const named = rowsOf<Standing>(store, 'standing').map(
    ([, { accountId, cohort }]) => `${accountId} in ${cohort}`,
  );
  const people = rowsOf<object>(store, 'person').map(([key]) => key);
  const real = places.filter((place) => !place.startsWith('712020:before-'));
  expect(real.sort()).toEqual(named.sort());
  expect(named.map((place) => place.split(' ')[0]).sort()).toEqual(people.sort());
  const sizes = rowsOf<Cohort>(store, 'cohort').map(([, { size, members }]) => [size, members.length]);
  expect(sizes.every(([size = 0, members]) => size === members && size <= MOST_MEMBERS)).toBe(true);
}

function expectCounted(store: MemoryStore, logged: number): void {
  const standing = rowsOf<Standing>(store, 'standing').find(([, { accountId }]) => accountId === ANNA);
  expect(standing?.[1].counts['time-entry']).toBe(logged);
  const entries = rowsOf<{ accountId: string }>(store, 'time-entry');
  expect(entries.filter(([, { accountId }]) => accountId === ANNA)).toHaveLength(logged);
}
