import type { CheckSite, SiteAlarm, SiteCheckRun, SiteCheckView, SiteCode } from '../contract';
import { randomToken } from '../privacy/digest';
import type { Engine, JobMessage } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertInUse, INSTALLATION_REF, noteInstallation, STORE_IN_USE } from '../privacy/installation';
import { addSeconds, toDay, toInstant } from '../privacy/time';
import { changeVersioned, withChange, type RowChange } from '../privacy/versioned';
import { isStorageFailure } from '../storage/failures';
import { openScratch } from '../storage/scratch';
import { ASSUMPTIONS, verdictOf, type Finding, type AssumptionId } from './assumptions';
import { MARKER } from '../privacy/data-sets/marker';
import {
  MOST_ARRIVALS,
  SCRATCH,
  SITE_CHECK,
  SITE_CHECK_KEY,
  type Arrival,
  type SiteCheck,
  type StoredFinding,
} from './data-sets';
import { dueAt, eventFindings } from './probes/events';
import type { Probe } from './step';
import { STEPS } from './steps';

type EventMessage = Extract<JobMessage, { job: 'site-check'; event: number }>;

const REF = { dataSet: SITE_CHECK, key: SITE_CHECK_KEY };
/** For which nobody else may begin a check after its last step; a step takes 25 s at most. */
const HELD_SECONDS = 60;
const SLOW_FIRST_MS = 1_000;

/**
 * Begins a check of the site, or takes the next step of the one that is named: a short call, which can be cut off anywhere
 * and made again.
 * @throws Refused where another is under way, or has begun since
 */
export const checkSite = (engine: Engine, { run, untilRefused = false }: CheckSite): Promise<SiteCheckRun> =>
  run === undefined ? begin(engine, untilRefused) : goOn(engine, run);

async function begin(engine: Engine, untilRefused: boolean): Promise<SiteCheckRun> {
  const { row, firstCall } = await read(engine);
  const run = randomToken();
  const now = engine.now();
  const first = {
    run,
    startedAt: toInstant(now),
    heldUntil: toInstant(now),
    step: 0,
    untilRefused,
    found: [],
  };
  await noteInstallation(engine);
  if (!row)
    await engine.store.putIfAbsent(SITE_CHECK, SITE_CHECK_KEY, { version: 1, ...first, run: randomToken() });
  await changeVersioned(engine, SITE_CHECK, SITE_CHECK_KEY, (present) => {
    if (present.run === run) return undefined;
    if (isHeld(present, now)) throw new Refused('CONFLICT', 'refused-admin.check-running');
    return { ...first, heldUntil: heldFrom(now), found: withFound([], [firstCall]) };
  });
  return answer(engine, run, []);
}

async function goOn(engine: Engine, run: string): Promise<SiteCheckRun> {
  const { row, firstCall } = await read(engine);
  if (row?.run !== run) throw new Refused('CONFLICT', 'refused-admin.check-overtaken');
  const step = row.finishedAt === undefined ? STEPS[row.step] : undefined;
  if (!step) return answer(engine, run, []);
  const noted = notesOf(engine, row);
  const { findings = [], codes = [], change, again } = await step(probeOf(engine, row, noted));
  const next = row.step + (again ? 0 : 1);
  await noted((present) => ({
    ...change,
    step: next,
    heldUntil: heldFrom(engine.now()),
    found: withFound(present.found, [firstCall, ...findings]),
    ...(next >= STEPS.length && { finishedAt: toInstant(engine.now()) }),
  }));
  return answer(engine, run, codes);
}

/** The first storage call of the function is one of what is measured. */
async function read(engine: Engine): Promise<{ row: SiteCheck | undefined; firstCall: Finding }> {
  const began = engine.now().getTime();
  const [row, installation] = await engine.store.getAll([REF, INSTALLATION_REF]);
  const number = engine.now().getTime() - began;
  assertInUse(engine, installation);
  return { row, firstCall: { id: 'first-call', outcome: number < SLOW_FIRST_MS ? 'quick' : 'slow', number } };
}

type ChangeOf = (present: SiteCheck) => RowChange<SiteCheck>;
type Notes = (changeOf: ChangeOf) => Promise<void>;

function probeOf(engine: Engine, row: SiteCheck, noted: Notes): Probe {
  const { map } = engine.store;
  const scratch = openScratch({ map, dataSet: SCRATCH, elsewhere: MARKER, guard: STORE_IN_USE });
  return { engine, scratch, row, note: (change) => noted(() => change) };
}

/**
 * Changes the row of the check, unless another call has taken the same step meanwhile. It is written as it was last known
 * before it is read again: where a step had storage refuse reads, that must not lose what the step found.
 */
function notesOf(engine: Engine, row: SiteCheck): Notes {
  let known = row;
  return async (changeOf) => {
    const { run, step } = row;
    known =
      (await writeAsKnown(engine, known, changeOf)) ??
      (await changeVersioned(engine, SITE_CHECK, SITE_CHECK_KEY, (present) =>
        present.run === run && present.step === step ? withChange(present, changeOf(present)) : undefined,
      )) ??
      known;
  };
}

async function writeAsKnown(
  engine: Engine,
  known: SiteCheck,
  changeOf: ChangeOf,
): Promise<SiteCheck | undefined> {
  const row = { ...withChange(known, changeOf(known)), version: known.version + 1 };
  const expected = { version: known.version };
  try {
    await engine.store.transact([STORE_IN_USE, { do: 'set', ...REF, row, expected }]);
    return row;
  } catch (error) {
    if (isStorageFailure(error)) return undefined;
    throw error;
  }
}

async function answer(engine: Engine, run: string, codes: SiteCode[]): Promise<SiteCheckRun> {
  const row = await engine.store.get(SITE_CHECK, SITE_CHECK_KEY);
  if (row?.run !== run) throw new Refused('CONFLICT', 'refused-admin.check-overtaken');
  // A check that another version began may have come further than this one goes.
  const done = row.finishedAt !== undefined || row.step >= STEPS.length;
  return { run, done, step: row.step, steps: STEPS.length, findings: findingsOf(engine, row), codes };
}

/** What the table of assumptions says, and what the last check found. */
export async function siteCheckView(engine: Engine): Promise<SiteCheckView> {
  const row = await engine.store.get(SITE_CHECK, SITE_CHECK_KEY);
  return {
    assumptions: [...ASSUMPTIONS],
    ...(row && {
      last: {
        day: toDay(new Date(row.startedAt)),
        done: row.finishedAt !== undefined,
        findings: findingsOf(engine, row),
      },
      ...(isHeld(row, engine.now()) && { heldUntil: row.heldUntil }),
    }),
  };
}

/** What the last check found to be otherwise that the app rests on. */
export async function siteAlarms(engine: Engine): Promise<SiteAlarm[]> {
  const row = await engine.store.get(SITE_CHECK, SITE_CHECK_KEY);
  if (!row) return [];
  const day = toDay(new Date(row.startedAt));
  const alarms = findingsOf(engine, row).filter((finding) => verdictOf(finding) === 'alarm');
  return alarms.map((finding) => ({ ...finding, day }));
}

/** Notes that an event of the check has come, and how late. */
export async function noteEvent(engine: Engine, { at, event }: EventMessage): Promise<void> {
  const lateMs = Math.max(engine.now().getTime() - dueAt(at, event), 0);
  await changeVersioned(engine, SITE_CHECK, SITE_CHECK_KEY, (row) =>
    row.pushedAt === at ? withArrival(row, { event, lateMs }) : undefined,
  );
}

/** An event whose noting was not answered is found noted. */
function withArrival(row: SiteCheck, arrival: Arrival): SiteCheck | undefined {
  const { arrivals = [] } = row;
  const isNoted = arrivals.some(({ event, lateMs }) => event === arrival.event && lateMs === arrival.lateMs);
  return isNoted ? undefined : { ...row, arrivals: [...arrivals, arrival].slice(0, MOST_ARRIVALS) };
}

const findingsOf = (engine: Engine, row: SiteCheck): StoredFinding[] =>
  withFound(row.found, eventFindings(row, engine.now()));

const isHeld = ({ finishedAt, heldUntil }: SiteCheck, now: Date): boolean =>
  finishedAt === undefined && heldUntil > toInstant(now);

const heldFrom = (now: Date): string => toInstant(addSeconds(now, HELD_SECONDS));

/** Measured more than once in a check: the worst counts. */
const WORST: ReadonlySet<AssumptionId> = new Set(['written-listed', 'deleted-listed', 'first-call']);

/** What was found so far, with what is new. */
function withFound(before: readonly StoredFinding[], found: readonly Finding[]): StoredFinding[] {
  const all = new Map(before.map((one) => [one.id, one]));
  for (const one of found) {
    const present = all.get(one.id);
    const isWorse = (present?.number ?? 0) > (one.number ?? 0);
    if (!(WORST.has(one.id) && isWorse)) all.set(one.id, one);
  }
  return [...all.values()];
}
