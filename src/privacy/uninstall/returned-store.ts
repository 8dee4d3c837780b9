import { cohortChange, dueAtOnce, everyCohort, readCohort } from '../cohorts';
import type { Installation } from '../data-sets/installation';
import { SCAN, SCAN_KEY } from '../data-sets/scan';
import { firstCountsFrom } from '../due';
import { MOST_DELAY_SECONDS, type Engine } from '../engine';
import {
  isInUse,
  isOurs,
  looksAt,
  moveInstallation,
  noteEmptied,
  noteLook,
  readInstallation,
} from '../installation';
import { paced } from '../pace';
import { persistently } from '../persistently';
import { forgetFailures, readReporting } from '../reporting/lease';
import { startReporting } from '../reporting/run';
import { startScan } from '../scan/scan';
import { addDays, addSeconds, secondsUntil, toInstant } from '../time';
import { emptyRows, emptyStore } from './wipe';

/** Until a store that came back is looked at again, while it is scanned and reported. */
const LOOK_AGAIN_SECONDS = 600;
/** Until the wipe of a store goes on, for queries to catch up. */
const WIPE_AGAIN_SECONDS = 120;
/**
 * For how long an emptied store stays closed: longer than any function runs (900 s), since one that deletes secrets under
 * no condition may still be at it; and long enough for queries to show what they showed late, which has no bound.
 */
const CLOSED_WHEN_EMPTY_SECONDS = 3600;
/** Atlassian may not answer for days; after so many, people need not wait for it any longer. */
const MOST_DAYS_FOR_REPORT = 1;
/** Before the invocation ends, to have the store looked at again. */
const SPARE_MS = 60_000;

/**
 * Compares the store with the installation that runs. One that came back whole is scanned and reported in full before
 * anyone uses it; one whose uninstall had begun to empty it is emptied to the end, since what is left does not fit
 * together any more.
 * @param step which look it is, where an earlier one asked for it: one that another look overtook does nothing
 * @returns whether the store is kept
 */
export async function checkStore(engine: Engine, step?: number): Promise<boolean> {
  const row = await readInstallation(engine);
  if (!row || isInUse(engine, row)) return true;
  const isKept = row.state !== 'leaving';
  if (step !== undefined && step < looksAt(row)) return isKept;
  if (!isKept) await goOnWiping(engine, row);
  else await (isOurs(engine, row) ? letIn(engine, row) : takeOver(engine, row));
  return isKept;
}

/**
 * A store that an earlier installation left is as new when it is empty; this one's own is never opened again. Once it is
 * empty it stays closed for a time, and is opened by a look that still finds nothing.
 */
async function goOnWiping(engine: Engine, row: Installation): Promise<void> {
  if (row.emptiedAt !== undefined) return openEmptied(engine, row, row.emptiedAt);
  if (!(await emptyStore(engine))) return lookAgain(engine, row, WIPE_AGAIN_SECONDS);
  if (isOurs(engine, row)) return;
  const emptied = await noteEmptied(engine, row);
  if (emptied) await lookAgain(engine, emptied, MOST_DELAY_SECONDS);
}

/** Two runs may have emptied it side by side; whichever is slower has ended by the time that it is opened. */
async function openEmptied(engine: Engine, row: Installation, emptiedAt: string): Promise<void> {
  const waits = secondsUntil(emptiedAt, engine.now()) + CLOSED_WHEN_EMPTY_SECONDS;
  if (waits > 0) return lookAgain(engine, row, Math.min(waits, MOST_DELAY_SECONDS));
  if (!(await emptyRows(engine))) return lookAgain(engine, row, WIPE_AGAIN_SECONDS);
  if (await moveInstallation(engine, row, 'in-use')) engine.log('store-as-new');
}

/** The event goes first: one too many finds that it was overtaken, one too few would leave the store as it is. */
async function lookAgain(engine: Engine, row: Installation, inSeconds: number): Promise<void> {
  await engine.queue.push({ job: 'installation', step: looksAt(row) + 1 }, inSeconds);
  await noteLook(engine, row);
}

async function takeOver(engine: Engine, row: Installation): Promise<void> {
  engine.log('store-came-back');
  await forgetFailures(engine);
  const ours = await moveInstallation(engine, row, 'returned');
  if (ours) await letIn(engine, ours);
}

async function letIn(engine: Engine, row: Installation): Promise<void> {
  const scan = await engine.store.get(SCAN, SCAN_KEY);
  const scanned = scan?.finishedAt !== undefined && scan.startedAt >= row.since;
  const reported = await haveReported(engine, row);
  if (!scanned) await startScan(engine, row.since);
  else if (reported || toInstant(addDays(engine.now(), -MOST_DAYS_FOR_REPORT)) > row.since) {
    if (await moveInstallation(engine, row, 'in-use')) engine.log('store-in-use-again');
    return;
  }
  await startReporting(engine);
  await lookAgain(engine, row, LOOK_AGAIN_SECONDS);
}

/**
 * Has everyone of whom Atlassian was not told since the store came back reported at once. It goes by strict reads: a
 * query may list a cohort late. Asked at each look, since while a cohort waits for an erasure its others are not due.
 * @returns whether nobody waits any more
 */
async function haveReported(engine: Engine, { since }: Installation): Promise<boolean> {
  const hasTime = paced(engine, SPARE_MS);
  const { periodSeconds } = await readReporting(engine);
  const due = toInstant(addSeconds(engine.now(), -periodSeconds));
  let waiting = 0;
  for await (const { key, cohort } of everyCohort(engine)) {
    if (firstCountsFrom(cohort) > since) continue;
    waiting += 1;
    if (cohort.countsFrom > due) await makeDue(engine, key, { due, since });
    if (!hasTime()) return false;
  }
  return waiting === 0;
}

/** Whoever was told meanwhile is not told again. */
const makeDue = (
  engine: Engine,
  key: string,
  { due, since }: { due: string; since: string },
): Promise<void> =>
  persistently(engine, async () => {
    const cohort = await readCohort(engine, key);
    if (!cohort || firstCountsFrom(cohort.row) > since || cohort.row.countsFrom <= due) return;
    await engine.store.transact([cohort.open, cohortChange(key, dueAtOnce(cohort.row, due))]);
  });
