import { StorageBusyError, StorageRefusedError } from '../../storage/failures';
import { COHORT, type Cohort } from '../data-sets/cohort';
import type { Installation } from '../data-sets/installation';
import { SCAN, SCAN_KEY } from '../data-sets/scan';
import type { Engine } from '../engine';
import { startScan } from '../erasure/scan';
import { forgetInstallation, isInUse, isOurs, moveInstallation, readInstallation } from '../installation';
import { MOST_DELAY_SECONDS } from '../queue-limits';
import { dueAtOnce } from '../reporting/membership';
import { startReporting } from '../reporting/run';
import { readReporting } from '../reporting/turn';
import { addDays, addSeconds, FIRST_INSTANT, toInstant } from '../time';
import { emptyStore } from './wipe';

/** Until a store that came back is looked at again, while it is scanned and reported. */
const LOOK_AGAIN_SECONDS = 600;
/** Until the wipe of a store goes on, for queries to catch up. */
const WIPE_AGAIN_SECONDS = 120;
/** From the closing of a store until a look that finds nothing is believed: queries show writes late, without a bound. */
const LATE_QUERIES_SECONDS = 3600;
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
 * A store that an earlier installation left is as new when it is empty; this one's own is never opened again. A look can
 * miss what was written just before the store was closed, so that only one long after it opens the store.
 */
async function goOnWiping(engine: Engine, row: Installation): Promise<void> {
  const believedFrom = addSeconds(new Date(row.since), LATE_QUERIES_SECONDS);
  const looksInTime = engine.now() >= believedFrom;
  const empty = await emptyStore(engine);
  if (!empty) await engine.queue.push({ job: 'installation' }, WIPE_AGAIN_SECONDS);
  else if (isOurs(engine, row)) return;
  else if (looksInTime) await forgetInstallation(engine, row);
  else await engine.queue.push({ job: 'installation' }, MOST_DELAY_SECONDS);
}

/** Nobody is reported twice for it: until the row says whose the store is, a second run only finds it done. */
async function takeOver(engine: Engine, row: Installation): Promise<void> {
  engine.log('store-came-back');
  await makeEveryoneDue(engine);
  if (!(await moveInstallation(engine, row, 'returned'))) return;
  await engine.queue.push({ job: 'installation' }, 0);
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
  await engine.queue.push({ job: 'installation' }, LOOK_AGAIN_SECONDS);
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
