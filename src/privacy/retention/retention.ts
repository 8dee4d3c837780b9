import type { DataSet } from '../../storage/data-set';
import type { Stored } from '../../storage/query';
import { STANDING } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { eraseIfStill } from '../erasure/start';
import { workMs } from '../pace';
import { removeRecords } from '../person/remove-records';
import { mustStay } from '../person/standing';
import { goOn } from '../relay';
import { noteInForce } from '../settings/waiting';
import { addUp } from './add-up';
import {
  byPerson,
  emptiedRegistrations,
  emptyUntil,
  expiredLine,
  expiredRecords,
  expiryOf,
  hasExpired,
  type Expiry,
} from './expiry';
import { expiredFixed } from './fixed-expiry';
import { stepsOf } from './steps';
import { dropTotals } from './totals';

/** Records looked at in one run; where there are more, a queue job goes on when the indexes have settled. */
const MOST_AT_ONCE = 2000;
const PAUSE_SECONDS = 120;
const SPARE_MS = 30_000;

/**
 * Deletes what has been kept for its time: records by the periods that administrators set, rows about nobody by name
 * by their fixed periods, and registrations of people without records. Where administrators keep totals, what several
 * people's records come to is added to them first. Records that a restriction holds stay. It can be cut off anywhere and
 * run twice.
 * @param from where a run before it came to, by data set
 */
export async function runRetention(
  engine: Engine,
  from: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { after: settings } = await noteInForce(engine);
  await dropTotals(engine, settings);
  let unfinished = false;
  const cameTo: Record<string, string> = {};
  for (const set of engine.store.map) {
    const next = await expireRecords(engine, set, settings, from[set.name]);
    const end = next ?? expiryOf(engine, set, settings)?.until;
    if (end !== undefined) cameTo[set.name] = end;
    unfinished = next !== undefined || unfinished;
    unfinished = (await expireFixed(engine, set)) || unfinished;
  }
  const next = await eraseEmpty(engine, from[STANDING.name]);
  cameTo[STANDING.name] = next ?? emptyUntil(engine);
  unfinished = next !== undefined || unfinished;
  if (unfinished) await goOn(engine, { job: 'retention', from: cameTo }, PAUSE_SECONDS);
}

/** Where to go on, if there is more to do than was done: what comes before stays or is gone. */
async function expireRecords(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  from: string | undefined,
): Promise<string | undefined> {
  const expiry = expiryOf(engine, set, settings);
  if (!expiry) return undefined;
  const asked = { limit: MOST_AT_ONCE, spareMs: SPARE_MS, from };
  const { records: expired, next } = await expiredRecords(engine, set, expiry, asked);
  const left = await addUpExpired(engine, set, settings, expired);
  for (const [accountId, records] of byPerson(set, left)) {
    if (workMs(engine) < SPARE_MS) return dueOf(expiry, left);
    await removeRecords(engine, {
      dataSet: set,
      accountId,
      keys: records.map(({ key }) => key),
      // The list may be late: what was made anew since has its own period.
      only: (record, { standing }) => hasExpired(expiry, record) && !mustStay(standing),
      also: (removed, subject) => [expiredLine(engine, set, subject, removed)],
    });
  }
  return next;
}

/** When the first of these expired records began to count. */
const dueOf = ({ from }: Expiry, [first]: readonly Stored[]): string =>
  String((first?.row as Record<string, unknown> | undefined)?.[from]);

/** Adds to totals what may be added, and gives the records that are still to be deleted. */
async function addUpExpired(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  expired: readonly Stored[],
): Promise<readonly Stored[]> {
  const added = new Set<string>();
  for await (const step of stepsOf(engine, set, settings, expired)) {
    if (workMs(engine) < SPARE_MS) break;
    for (const key of await addUp(engine, set, step)) added.add(key);
  }
  return expired.filter(({ key }) => !added.has(key));
}

/** @returns whether there is more to do than was done */
async function expireFixed(engine: Engine, set: DataSet): Promise<boolean> {
  let looked = 0;
  for await (const rows of expiredFixed(engine, set)) {
    await engine.store.deleteAsRead(rows);
    looked += rows.length;
    if (looked >= MOST_AT_ONCE || workMs(engine) < SPARE_MS) return true;
  }
  return false;
}

/**
 * A registration alone serves nobody: it goes when no record has been left for a day, unless it keeps a restriction.
 * @returns where to go on, if there is more to do than was done
 */
async function eraseEmpty(engine: Engine, from: string | undefined): Promise<string | undefined> {
  const emptySince = emptyUntil(engine);
  const asked = { limit: MOST_AT_ONCE, spareMs: SPARE_MS, from };
  const { records, next } = await emptiedRegistrations(engine, asked);
  for (const { row } of records) {
    if (workMs(engine) < SPARE_MS) return row.changedAt;
    // The list may be late: the erasure begins only where nothing has changed since, a restriction included.
    await eraseIfStill(engine, {
      accountId: row.accountId,
      askedBy: 'retention',
      marker: 'erased',
      emptySince,
    });
  }
  return next;
}
