import type { DataSet } from '../../storage/data-set';
import { StorageBusyError, StorageRefusedError } from '../../storage/failures';
import { groupedBy } from '../../storage/grouped';
import { addressOf, entityNameOf } from '../../storage/layout';
import { plainRows, type EntityPage, type SeenRow } from '../../storage/whole-store';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import { PERSON, STANDING } from '../data-sets/registration';
import { SCAN, SCAN_KEY, type Scan } from '../data-sets/scan';
import type { Engine, ScanMessage } from '../engine';
import { paced, SPARE_MS } from '../pace';
import { pepperOf } from '../sealing';
import { addSeconds, toInstant } from '../time';
import { confirmErasures } from './confirm';
import { leftoversAmong, nobodyKnown, portionsOf } from './leftovers';
import { sealPlace, unsealPlace, type ScanPlace } from './place';
import { lookAtPlaces, mayLackPlaces } from './without-place';

/** A pass that nobody handed over for so long was lost by the queue, or its function was killed. */
const LOST_AFTER_SECONDS = 3600;
/** Until a pass goes on that storage was too busy for, or whose confirmations the index is to catch up with. */
const LATER_SECONDS = 60;

/**
 * Begins a pass through the whole store when an erasure waits to be confirmed or the data map is another than in the last
 * one, or takes up one that was lost: at the beginning of the data set that it had reached.
 * @param since a pass is wanted in any case, and one that began before this does not count
 */
export async function startScan(engine: Engine, since?: string): Promise<void> {
  const present = await engine.store.get(SCAN, SCAN_KEY);
  const running = present && present.finishedAt === undefined && present.startedAt >= (since ?? '');
  if (running) return resume(engine, present);
  if (since === undefined && !isOfOtherMap(engine, present) && !(await somethingToConfirm(engine))) return;
  const begun = await beginPass(engine, present);
  if (begun) await engine.queue.push({ job: 'scan', pass: begun.startedAt, step: begun.version }, 0);
}

/** An erasure that an earlier version of the app ended knew nothing of the data sets that came since. */
const isOfOtherMap = (engine: Engine, scan: Scan | undefined): boolean =>
  scan !== undefined && scan.mapVersion !== engine.mapVersion;

async function somethingToConfirm(engine: Engine): Promise<boolean> {
  const done = await engine.store.query(ERASURE_JOB, { index: 'by-state', partition: ['done'], limit: 1 });
  return done.length > 0;
}

/** The row of a new pass; nothing where another began, or went on, at the same moment. */
async function beginPass(engine: Engine, present: Scan | undefined): Promise<Scan | undefined> {
  const now = toInstant(engine.now());
  const first: Scan = {
    version: (present?.version ?? 0) + 1,
    startedAt: now,
    movedAt: now,
    dataSet: entitiesOf(engine)[0]?.name ?? '',
    rows: 0,
    leftovers: 0,
    undeclared: 0,
    mapVersion: engine.mapVersion,
  };
  if (present) return (await replace(engine, present, first)) ? first : undefined;
  const there = await engine.store.putIfAbsent(SCAN, SCAN_KEY, first);
  return there.startedAt === now ? there : undefined;
}

async function resume(engine: Engine, scan: Scan): Promise<void> {
  if (scan.movedAt > toInstant(addSeconds(engine.now(), -LOST_AFTER_SECONDS))) return;
  engine.log('scan-taken-up');
  await queueStep(engine, scan, messageAfter(scan, scan.version), placeReached(scan), 0);
}

/** One that begins amid the data sets does not know how many people it passed by, and finds nobody without a place. */
const placeReached = ({ dataSet, rows, leftovers, undeclared }: Scan): ScanPlace => ({
  dataSet,
  rows,
  leftovers,
  undeclared,
  withoutPlace: 0,
});

/** The first data set of each entity, but that of the live rows: they are what everything else is compared with. */
const entitiesOf = ({ store }: Engine): DataSet[] =>
  [...groupedBy(store.map, entityNameOf).values()].flatMap(([first]) =>
    first && first.name !== PERSON.name ? [first] : [],
  );

/**
 * Takes the pass on: looks at every row of every entity, then at the plain rows, for account IDs without a live row. It
 * goes by what the data map declares and by the live rows alone, and shares nothing with the deletion. What it finds is
 * erased again; what it does not find confirms every erasure that was done before it began. Where its time is over it
 * hands over the last key it saw, sealed, so that no page is read twice however many rows have similar keys.
 * @throws StorageBusyError when storage did not answer and nothing was done: the queue delivers the event again
 */
export async function runScan(engine: Engine, event: ScanMessage): Promise<void> {
  const scan = await engine.store.get(SCAN, SCAN_KEY);
  if (!scan || isOver(scan, event)) return;
  const pepper = await pepperOf(engine);
  const place = unsealPlace(pepper, event.from) ?? placeReached(scan);
  const begun = place.rows;
  const goOn = (delay: number): Promise<void> =>
    queueStep(
      engine,
      scan,
      { ...messageAfter(scan, event.step), from: sealPlace(pepper, place) },
      place,
      delay,
    );
  try {
    if (!(await lookAtEntities(engine, place))) await goOn(0);
    else if (mayLackPlaces(place)) {
      enter(place, STANDING);
      place.placesAnew = true;
      await goOn(0);
    } else if (!(await finish(engine, scan, place))) await goOn(LATER_SECONDS);
  } catch (error) {
    if (!(error instanceof StorageBusyError) || place.rows === begun) throw error;
    await goOn(LATER_SECONDS);
  }
}

/** Whether the event is of another pass, or came twice: the next one has run since. */
const isOver = (scan: Scan, { pass, step }: ScanMessage): boolean =>
  scan.finishedAt !== undefined || scan.startedAt !== pass || step < scan.version;

/** Moves the place through the entities; false where the time was over before their end. */
async function lookAtEntities(engine: Engine, place: ScanPlace): Promise<boolean> {
  const hasTime = paced(engine, SPARE_MS);
  const known = nobodyKnown();
  const sets = entitiesOf(engine);
  const begin = sets.findIndex(({ name }) => name === place.dataSet);
  for (const set of place.placesAnew ? [STANDING] : sets.slice(Math.max(begin, 0))) {
    if (set.name !== place.dataSet) enter(place, set);
    for await (const page of pagesOf(engine, set, place.after)) {
      place.undeclared += page.undeclared;
      for (const portion of portionsOf(page.rows, known)) {
        place.leftovers += await leftoversAmong(engine, portion, known);
        await lookAtPlaces(engine, portion, place);
        place.rows += portion.length;
        place.after = endOf(portion, page);
        if (!hasTime()) return false;
      }
    }
  }
  return true;
}

/** Where Forge has the last row of a portion; of the last one on a page, whatever stands behind it there. */
function endOf(portion: readonly SeenRow[], { rows, last = '' }: EntityPage): string {
  const end = portion.at(-1);
  return end === undefined || end === rows.at(-1) ? last : addressOf(end.dataSet, end.key).key;
}

/** The rows of an entity in the order of Forge's keys, a page at a time: all, or those after a key. */
async function* pagesOf(
  engine: Engine,
  dataSet: DataSet,
  after: string | undefined,
): AsyncGenerator<EntityPage> {
  let last = after;
  let isFull = true;
  while (isFull) {
    const page = await engine.store.entityPage(dataSet, last);
    yield page;
    ({ last, isFull } = page);
  }
}

function enter(place: ScanPlace, { name }: DataSet): void {
  place.dataSet = name;
  delete place.after;
}

/** Looks at what is no entity, and confirms; false where the time was over before everything was confirmed. */
async function finish(engine: Engine, scan: Scan, place: ScanPlace): Promise<boolean> {
  const { dataSet, rows, leftovers, undeclared } = place;
  const seen = { rows, leftovers, undeclared };
  for await (const page of plainRows(engine.store.map)) {
    seen.rows += page.rows.length;
    seen.undeclared += page.undeclared;
    seen.leftovers += await leftoversAmong(engine, page.rows);
  }
  if (!(await confirmErasures(engine, scan.startedAt))) return false;
  engine.log('scan-finished', seen);
  await save(engine, scan, {
    version: scan.version + 1,
    dataSet,
    ...seen,
    finishedAt: toInstant(engine.now()),
  });
  return true;
}

const messageAfter = ({ startedAt }: Scan, step: number): ScanMessage => ({
  job: 'scan',
  pass: startedAt,
  step: step + 1,
});

/**
 * The event first: it alone carries the place, so where the function dies before the row is written, or storage does not
 * take it, the pass still goes on; at worst an event that came twice repeats one step.
 */
async function queueStep(
  engine: Engine,
  scan: Scan,
  message: ScanMessage,
  { dataSet, rows, leftovers, undeclared }: ScanPlace,
  delaySeconds: number,
): Promise<void> {
  await engine.queue.push(message, delaySeconds);
  try {
    await save(engine, scan, { version: message.step, dataSet, rows, leftovers, undeclared });
  } catch (error) {
    if (!(error instanceof StorageBusyError)) throw error;
    engine.log('scan-place-not-saved', { code: error.code });
  }
}

/** Writes nothing where another delivery of the event is ahead. */
async function save(engine: Engine, scan: Scan, change: Omit<Scan, 'startedAt' | 'movedAt'>): Promise<void> {
  await replace(engine, scan, {
    ...change,
    startedAt: scan.startedAt,
    movedAt: toInstant(engine.now()),
    ...(scan.mapVersion !== undefined && { mapVersion: scan.mapVersion }),
  });
}

/** Whether the row was still as it was read, and is now this one. */
async function replace(engine: Engine, { version }: Scan, row: Scan): Promise<boolean> {
  try {
    await engine.store.transact([{ do: 'set', dataSet: SCAN, key: SCAN_KEY, row, expected: { version } }]);
    return true;
  } catch (error) {
    if (!(error instanceof StorageRefusedError)) throw error;
    return false;
  }
}
