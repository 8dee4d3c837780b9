import type { DataSet } from '../../storage/data-set';
import { isInstant } from '../../storage/kinds';
import type { Stored } from '../../storage/query';
import { STANDING } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { eraseIfStill } from '../erasure/start';
import { workMs, SPARE_MS } from '../pace';
import { removeRecords } from '../person/remove-records';
import { mustStay } from '../person/grounds';
import { goOn } from '../relay';
import { pepperOf, seal, unseal } from '../sealing';
import { noteInForce } from '../settings/waiting';
import { addUp, stepsOf } from './add-up';
import {
  byPerson,
  emptiedRegistrations,
  emptyUntil,
  expiredLine,
  expiredRecords,
  expiryOf,
  hasExpired,
  type Expiry,
  expiredFixed,
} from './expiry';
import { dropTotals } from './totals';

/** Records looked at in one run; where there are more, a queue job goes on when the indexes have settled. */
const MOST_AT_ONCE = 2000;
const PAUSE_SECONDS = 120;

/**
 * Deletes what has been kept for its time: records by the periods that administrators set, rows about nobody by name
 * by their fixed periods, and registrations of people without records. Where administrators keep totals, what several
 * people's records come to is added to them first. Records that a restriction holds stay. It can be cut off anywhere and
 * run twice.
 * @param carriedFrom where a run before it came to, by data set, as an event carries it
 */
export async function runRetention(
  engine: Engine,
  carriedFrom: Readonly<Record<string, string>> = {},
): Promise<void> {
  const from = await placesIn(engine, carriedFrom);
  const settings = await noteInForce(engine);
  await dropTotals(engine, settings);
  let unfinished = false;
  const cameTo: Record<string, string> = {};
  for (const set of engine.store.map) {
    const next = await expireRecords(engine, set, settings, from[set.name]);
    const end = next ?? expiryOf(set, settings, engine.now())?.until;
    if (end !== undefined) cameTo[set.name] = end;
    unfinished = next !== undefined || unfinished;
    unfinished = (await expireFixed(engine, set, settings)) || unfinished;
  }
  const next = await eraseEmpty(engine, from[STANDING.name]);
  cameTo[STANDING.name] = next ?? emptyUntil(engine);
  unfinished = next !== undefined || unfinished;
  if (unfinished)
    await goOn(engine, { job: 'retention', from: await carried(engine, cameTo) }, PAUSE_SECONDS);
}

/** Where to go on, if there is more to do than was done: what comes before stays or is gone. */
async function expireRecords(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  from: string | undefined,
): Promise<string | undefined> {
  const expiry = expiryOf(set, settings, engine.now());
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

/** From where the first of these expired records counts. */
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
async function expireFixed(engine: Engine, set: DataSet, settings: Settings): Promise<boolean> {
  let looked = 0;
  for await (const rows of expiredFixed(engine, set, settings)) {
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

/** Places in the indexes that a run goes through, by data set. */
type Places = Readonly<Record<string, string>>;

const PURPOSE = 'retention-place';

/** The places for an event to carry: an instant says nothing about anyone; any other place names a record, so it is sealed. */
export async function carried(engine: Engine, places: Places): Promise<Places> {
  const pepper = await pepperOf(engine);
  return mapped(places, (place) => (isInstant(place) ? place : seal(pepper, PURPOSE, place)));
}

/** The places that an event carries. One that can no longer be read is left out, and its data set begins anew. */
export async function placesIn(engine: Engine, given: Places): Promise<Places> {
  if (Object.values(given).every(isInstant)) return given;
  const pepper = await pepperOf(engine);
  return mapped(given, (text) => {
    const place = isInstant(text) ? text : unseal(pepper, PURPOSE, text);
    return typeof place === 'string' ? place : undefined;
  });
}

const mapped = (places: Places, change: (place: string) => string | undefined): Places =>
  Object.fromEntries(
    Object.entries(places).flatMap(([name, place]) => {
      const changed = change(place);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
