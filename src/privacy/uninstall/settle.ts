import { StorageBusyError, StorageRefusedError } from '../../storage/failures';
import { COHORT, type Cohort } from '../data-sets/cohort';
import type { Installation } from '../data-sets/installation';
import { SCAN, SCAN_KEY } from '../data-sets/scan';
import type { Engine } from '../engine';
import { startScan } from '../erasure/scan';
import { isInUse, isOurs, moveInstallation, noteEmptied, readInstallation } from '../installation';
import { MOST_DELAY_SECONDS } from '../queue-limits';
import { dueAtOnce } from '../reporting/membership';
import { startReporting } from '../reporting/run';
import { readReporting } from '../reporting/turn';
import { addDays, addSeconds, FIRST_INSTANT, secondsUntil, toInstant } from '../time';
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
const GROUPS_AT_ONCE = 100;
const MOST_ATTEMPTS = 6;

/**
 * Compares the store with the installation that runs. One that came back whole is scanned and reported in full before
 * anyone uses it; one whose uninstall had begun to empty it is emptied to the end, since what is left does not fit
 * together any more.
 * @returns whether the store is kept
 */
export async function settleInstallation(engine: Engine): Promise<boolean> {
  const row = await readInstallation(engine);
  if (!row || isInUse(engine, row)) return true;
  if (row.state === 'leaving') {
    await goOnWiping(engine, row);
    return false;
  }
  await (isOurs(engine, row) ? letIn(engine, row) : takeOver(engine, row));
  return true;
}

/**
 * A store that an earlier installation left is as new when it is empty; this one's own is never opened again. Once it is
 * empty it stays closed for a time, and is opened by a look that still finds nothing.
 */
async function goOnWiping(engine: Engine, row: Installation): Promise<void> {
  if (row.emptiedAt !== undefined) return openEmptied(engine, row, row.emptiedAt);
  if (!(await emptyStore(engine))) return lookAgain(engine, WIPE_AGAIN_SECONDS);
  if (isOurs(engine, row)) return;
  await noteEmptied(engine, row);
  await lookAgain(engine, MOST_DELAY_SECONDS);
}

/** Two runs may have emptied it side by side; whichever is slower has ended by the time that it is opened. */
async function openEmptied(engine: Engine, row: Installation, emptiedAt: string): Promise<void> {
  const waits = secondsUntil(emptiedAt, engine.now()) + CLOSED_WHEN_EMPTY_SECONDS;
  if (waits > 0) return lookAgain(engine, Math.min(waits, MOST_DELAY_SECONDS));
  if (!(await emptyRows(engine))) return lookAgain(engine, WIPE_AGAIN_SECONDS);
  if (await moveInstallation(engine, row, 'in-use')) engine.log('store-as-new');
}

const lookAgain = (engine: Engine, inSeconds: number): Promise<void> =>
  engine.queue.push({ job: 'installation' }, inSeconds);

/** Nobody is reported twice for it: until the row says whose the store is, a second run only finds it done. */
async function takeOver(engine: Engine, row: Installation): Promise<void> {
  engine.log('store-came-back');
  await makeEveryoneDue(engine);
  if (!(await moveInstallation(engine, row, 'returned'))) return;
  await lookAgain(engine, 0);
}

async function letIn(engine: Engine, row: Installation): Promise<void> {
  const scan = await engine.store.get(SCAN, SCAN_KEY);
  const scanned = scan?.finishedAt !== undefined && scan.startedAt >= row.since;
  if (!scanned) await startScan(engine, row.since);
  else if (await mayOpen(engine, row)) {
    await moveInstallation(engine, row, 'in-use');
    engine.log('store-in-use-again');
    return;
  }
  await startReporting(engine);
  await lookAgain(engine, LOOK_AGAIN_SECONDS);
}

/** Whether everyone has been reported since the store came back, or Atlassian has had its time. */
async function mayOpen(engine: Engine, { since }: Installation): Promise<boolean> {
  if (toInstant(addDays(engine.now(), -MOST_DAYS_FOR_REPORT)) > since) return true;
  const waiting = await engine.store.query(COHORT, {
    index: 'countsFrom',
    where: { between: [FIRST_INSTANT, since] },
    limit: 1,
  });
  return waiting.length === 0;
}

async function makeEveryoneDue(engine: Engine): Promise<void> {
  const { periodSeconds } = await readReporting(engine);
  const countsFrom = toInstant(addSeconds(engine.now(), -periodSeconds));
  let after: string | undefined;
  for (;;) {
    const rows = await engine.store.query(COHORT, {
      index: 'by-key',
      ...(after !== undefined && { where: { above: after } }),
      limit: GROUPS_AT_ONCE,
    });
    for (const { key } of rows) await makeDue(engine, key, countsFrom);
    after = rows.at(-1)?.key;
    if (rows.length < GROUPS_AT_ONCE) return;
  }
}

async function makeDue(engine: Engine, key: string, countsFrom: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const cohort = await engine.store.get(COHORT, key);
    if (!cohort || cohort.size === 0) return;
    const row: Cohort = dueAtOnce(cohort, countsFrom);
    const expected = { version: cohort.version };
    try {
      await engine.store.transact([{ do: 'set', dataSet: COHORT, key, row, expected }]);
      return;
    } catch (error) {
      if (!(error instanceof StorageRefusedError)) throw error;
      if (attempt === MOST_ATTEMPTS) throw new StorageBusyError('COHORT_CONFLICT');
    }
  }
}
