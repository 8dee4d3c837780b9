import type { DataSet } from '../../storage/data-set';
import { StorageRefusedError } from '../../storage/failures';
import { entityRows, plainRows, sliceOf, type SeenRow } from '../../storage/whole-store';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import { PERSON } from '../data-sets/registration';
import { SCAN, SCAN_KEY, type Scan } from '../data-sets/scan';
import type { Engine } from '../engine';
import { toInstant } from '../time';
import { confirmErasures } from './confirmation';
import { readJob } from './jobs';
import { mentionsIn } from './mentions';
import { reopenErasure } from './reopening';

/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 30_000;

/**
 * Begins a pass through the whole store when an erasure waits to be confirmed, or takes up one that was lost.
 * @param since a pass is wanted in any case, and one that began before this does not count
 */
export async function startScan(engine: Engine, since?: string): Promise<void> {
  const present = await engine.store.get(SCAN, SCAN_KEY);
  const running = present && present.finishedAt === undefined && present.startedAt >= (since ?? '');
  if (!running && since === undefined && !(await somethingToConfirm(engine))) return;
  if (!running) await beginPass(engine, present);
  await engine.queue.push({ job: 'scan' }, 0);
}

async function somethingToConfirm(engine: Engine): Promise<boolean> {
  const done = await engine.store.query(ERASURE_JOB, { index: 'by-state', partition: ['done'], limit: 1 });
  return done.length > 0;
}

async function beginPass(engine: Engine, present: Scan | undefined): Promise<void> {
  const first: Scan = {
    version: (present?.version ?? 0) + 1,
    startedAt: toInstant(engine.now()),
    dataSet: entitiesOf(engine)[0]?.name ?? '',
    slice: 0,
    rows: 0,
    leftovers: 0,
    undeclared: 0,
  };
  await engine.store.put(SCAN, SCAN_KEY, first);
}

const entitiesOf = (engine: Engine): DataSet[] => engine.store.map.filter(({ place }) => place === 'entity');

/**
 * Takes the pass on: looks at every row of every entity, then at the plain rows, for account IDs without a live row. It
 * goes by what the data map declares and by the live rows alone, and shares nothing with the deletion. What it finds is
 * erased again; what it does not find confirms every erasure that was done before it began. How far it is is written
 * only when it hands over, so that a pass costs its pages and hardly a write.
 */
export async function runScan(engine: Engine): Promise<void> {
  const scan = await engine.store.get(SCAN, SCAN_KEY);
  if (!scan || scan.finishedAt !== undefined) return;
  const sets = entitiesOf(engine);
  const begin = Math.max(
    sets.findIndex(({ name }) => name === scan.dataSet),
    0,
  );
  let seen: Seen = { rows: scan.rows, leftovers: scan.leftovers, slice: scan.slice };
  for (const set of sets.slice(begin)) {
    seen = await scanSet(engine, set, seen);
    if (engine.remainingMs() < SPARE_MS) return handOver(engine, scan, { ...seen, dataSet: set.name });
    seen = { ...seen, slice: 0 };
  }
  await finish(engine, scan, seen);
}

interface Seen {
  rows: number;
  leftovers: number;
  /** The slice of the last key that was seen. */
  slice: number;
}

/** Looks at the rows of an entity from a slice on, to its end or until the time is over. */
async function scanSet(engine: Engine, set: DataSet, before: Seen): Promise<Seen> {
  const seen = { ...before };
  for await (const rows of entityRows(set, before.slice)) {
    seen.rows += rows.length;
    seen.leftovers += await leftoversAmong(engine, rows);
    seen.slice = sliceOf(rows.at(-1)?.key ?? '');
    if (engine.remainingMs() < SPARE_MS) break;
  }
  return seen;
}

async function handOver(engine: Engine, scan: Scan, change: Partial<Scan>): Promise<void> {
  if (await save(engine, scan, change)) await engine.queue.push({ job: 'scan' }, 0);
}

async function finish(engine: Engine, scan: Scan, { rows, leftovers }: Seen): Promise<void> {
  const seen = { rows, leftovers, undeclared: 0 };
  for await (const page of plainRows(engine.store.map)) {
    seen.rows += page.rows.length;
    seen.undeclared += page.undeclared;
    seen.leftovers += await leftoversAmong(engine, page.rows);
  }
  await confirmErasures(engine, scan.startedAt);
  engine.log('scan-finished', seen);
  await save(engine, scan, { ...seen, finishedAt: toInstant(engine.now()) });
}

/** Whether it was written: not where another delivery of the event is ahead. */
async function save(engine: Engine, scan: Scan, change: Partial<Scan>): Promise<boolean> {
  const row: Scan = { ...scan, ...change, version: scan.version + 1 };
  try {
    await engine.store.transact([
      { do: 'set', dataSet: SCAN, key: SCAN_KEY, row, expected: { version: scan.version } },
    ]);
    return true;
  } catch (error) {
    if (error instanceof StorageRefusedError) return false;
    throw error;
  }
}

/** How many of the rows name someone without a live row; an erasure is taken up for each such person. */
async function leftoversAmong(engine: Engine, rows: readonly SeenRow[]): Promise<number> {
  const named = rows.map((row) => ({ row, people: mentionsIn(row.dataSet, row.key, row.value) }));
  const all = [...new Set(named.flatMap(({ people }) => [...people]))];
  const alive = await engine.store.getAll(all.map((key) => ({ dataSet: PERSON, key })));
  const gone = new Set(all.filter((_, at) => alive[at] === undefined));
  let leftovers = 0;
  for (const { row, people } of named) {
    for (const accountId of people) {
      if (gone.has(accountId) && (await isLeftover(engine, row, accountId))) {
        leftovers += 1;
        await reopenErasure(engine, accountId, row);
      }
    }
  }
  return leftovers;
}

/** Read again strictly: the list may be late. An erasure under way names the person it is about, and may. */
async function isLeftover(engine: Engine, row: SeenRow, accountId: string): Promise<boolean> {
  if (row.dataSet.name === ERASURE_JOB.name) {
    const job = await readJob(engine, row.key);
    return job?.subject === accountId && (job.state === 'done' || job.state === 'confirmed');
  }
  const [present, alive] = await engine.store.getAll([
    { dataSet: row.dataSet, key: row.key },
    { dataSet: PERSON, key: accountId },
  ]);
  return (
    alive === undefined && present !== undefined && mentionsIn(row.dataSet, row.key, present).has(accountId)
  );
}
