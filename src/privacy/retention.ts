import type { DataSet } from '../storage/data-set';
import type { Stored } from '../storage/store';
import { addUp } from './anonymising/adding';
import { dropTotals } from './anonymising/kept';
import { stepsOf } from './anonymising/steps';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { startErasure } from './erasure/fence';
import { byPerson, emptiedRegistrations, expiredFixed, expiredLine, expiredRecords } from './expiry';
import { Refused } from './refused';
import { removeRecords } from './removal';
import { readSettings } from './settings';

/** Records looked at in one run; where there are more, a queue job goes on when the indexes have settled. */
const MOST_AT_ONCE = 2000;
const PAUSE_SECONDS = 120;
const SPARE_MS = 30_000;

/**
 * Deletes what has been kept for its time: records by the periods that administrators set, rows about nobody by name
 * by their fixed periods, and registrations of people without records. Where administrators keep totals, what several
 * people's records come to is added to them first. It can be cut off anywhere and run twice.
 */
export async function runRetention(engine: Engine): Promise<void> {
  const settings = await readSettings(engine);
  await dropTotals(engine, settings);
  let unfinished = false;
  for (const set of engine.store.map) {
    unfinished = (await expireRecords(engine, set, settings)) || unfinished;
    unfinished = (await expireFixed(engine, set)) || unfinished;
  }
  unfinished = (await eraseEmpty(engine)) || unfinished;
  if (unfinished) await engine.queue.push({ job: 'retention' }, PAUSE_SECONDS);
}

/** Whether there is more to do than was done. */
async function expireRecords(engine: Engine, set: DataSet, settings: Settings): Promise<boolean> {
  const expired = await expiredRecords(engine, set, settings, MOST_AT_ONCE);
  const left = await addUpExpired(engine, set, settings, expired);
  for (const [accountId, records] of byPerson(set, left)) {
    if (engine.remainingMs() < SPARE_MS) return true;
    await removeRecords(engine, {
      dataSet: set,
      accountId,
      keys: records.map(({ key }) => key),
      also: (removed, subject) => [expiredLine(engine, set, subject, removed)],
    });
  }
  return expired.length === MOST_AT_ONCE;
}

/** Adds to totals what may be added, and gives the records that are still to be deleted. */
async function addUpExpired(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  expired: readonly Stored[],
): Promise<readonly Stored[]> {
  const added = new Set<string>();
  for await (const step of stepsOf(engine, set, settings, expired)) {
    if (engine.remainingMs() < SPARE_MS) break;
    for (const key of await addUp(engine, set, step)) added.add(key);
  }
  return expired.filter(({ key }) => !added.has(key));
}

async function expireFixed(engine: Engine, set: DataSet): Promise<boolean> {
  const pages = await expiredFixed(engine, set, MOST_AT_ONCE);
  for (const rows of pages) {
    await engine.store.deleteAll(rows.map(({ key }) => ({ dataSet: set, key })));
  }
  return pages.some(({ length }) => length === MOST_AT_ONCE);
}

/** A registration alone serves nobody: it goes when no record has been left for a day. */
async function eraseEmpty(engine: Engine): Promise<boolean> {
  const { before, rows } = await emptiedRegistrations(engine, MOST_AT_ONCE);
  for (const { row } of rows) {
    if (engine.remainingMs() < SPARE_MS) return true;
    await eraseIfEmpty(engine, row.accountId, before);
  }
  return rows.length === MOST_AT_ONCE;
}

/** The list may be late: what the rows say when the erasure begins decides. */
async function eraseIfEmpty(engine: Engine, accountId: string, emptySince: string): Promise<void> {
  try {
    await startErasure(engine, { accountId, askedBy: 'retention', marker: 'erased', emptySince });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
