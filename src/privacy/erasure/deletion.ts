import { deletionOf } from '../../storage/as-read';
import { StorageBusyError, StorageRefusedError } from '../../storage/failures';
import { ownKey } from '../../storage/data-set';
import { MOST_OPERATIONS, type Ref } from '../../storage/store';
import { hasMember, leaveChange } from '../cohorts';
import { COHORT } from '../data-sets/cohort';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import { indexedSets, type Engine } from '../engine';
import { INSTALLATION_REF, isClosed } from '../installation';
import { SPARE_MS, workMs } from '../pace';
import { pagesOfPerson } from '../pages';
import { persistently } from '../persistently';
import { advanceJob, readOpenJob, type JobAsRead } from './job';

/** With the row of the job, what one transaction takes. */
const RECORDS_AT_ONCE = MOST_OPERATIONS - 1;

type DeletionOutcome = { erasure: JobAsRead; finished: boolean } | 'overtaken';

/**
 * Deletes every record of the person that has a key of theirs or that the indexes list, page by page, and reads each again
 * strictly. It can be killed anywhere and begin again: what it deleted is counted with the deletion, once.
 * @throws StorageBusyError when storage does not answer or a record is still there afterwards
 */
export async function deleteRecords(
  engine: Engine,
  erasure: JobAsRead,
  subject: string,
): Promise<DeletionOutcome> {
  let current = await leaveCohort(engine, erasure, subject);
  for await (const batch of batchesOf(recordsOf(engine, subject))) {
    current = current && (await deleteBatch(engine, current, batch));
    if (!current) return 'overtaken';
    if (workMs(engine) < SPARE_MS) return { erasure: current, finished: false };
  }
  return current ? { erasure: current, finished: true } : 'overtaken';
}

/** The fence took the person out; an erasure that is taken up again may find them in it. */
const leaveCohort = (engine: Engine, erasure: JobAsRead, subject: string): Promise<JobAsRead | undefined> =>
  persistently(engine, async () => {
    const { cohort: key, erased } = erasure.job;
    const cohort = key === undefined ? undefined : await engine.store.get(COHORT, key);
    if (key === undefined || !cohort || !hasMember(cohort, subject)) return erasure;
    const left = { erased: plus(erased, [{ dataSet: COHORT }]) };
    const saved = await advanceJob(engine, erasure, left, [erasure.open, leaveChange(cohort, key, subject)]);
    if (saved || (await isOvertaken(engine, erasure))) return saved;
    throw new StorageRefusedError('COHORT_CHANGED');
  });

const isOvertaken = async (engine: Engine, { id, job }: JobAsRead): Promise<boolean> =>
  (await readOpenJob(engine, id))?.job.version !== job.version;

/** Where records of the person may be: the keys that the account gives, which the fence deleted, then what indexes list. */
async function* recordsOf(engine: Engine, subject: string): AsyncGenerator<Ref[]> {
  const keyed = engine.store.map.filter(({ found }) => found?.by === 'key');
  yield keyed.map((dataSet) => ({ dataSet, key: ownKey(dataSet, subject) }));
  for (const set of indexedSets(engine)) {
    for await (const page of pagesOfPerson(engine, set, subject)) {
      yield page.map(({ key }) => ({ dataSet: set, key }));
    }
  }
}

/** The same records, as many at a time as one transaction takes. */
async function* batchesOf(pages: AsyncIterable<Ref[]>): AsyncGenerator<Ref[]> {
  let waiting: Ref[] = [];
  for await (const page of pages) {
    waiting.push(...page);
    for (; waiting.length >= RECORDS_AT_ONCE; waiting = waiting.slice(RECORDS_AT_ONCE)) {
      yield waiting.slice(0, RECORDS_AT_ONCE);
    }
  }
  if (waiting.length > 0) yield waiting;
}

/**
 * Deletes those of the records that are there, and counts them in the row of the job, in one transaction: an index may
 * list what is gone, and each record is counted once, however often a step runs.
 * @returns the job as written, or undefined where another delivery of the same event is ahead
 */
async function deleteBatch(
  engine: Engine,
  erasure: JobAsRead,
  batch: readonly Ref[],
): Promise<JobAsRead | undefined> {
  const { rows, closed } = await readBatch(engine, batch);
  if (closed) return undefined;
  const present = batch.flatMap((ref, at) => (rows[at] ? [{ ...ref, row: rows[at] }] : []));
  if (present.length === 0) return erasure;
  const erased = plus(erasure.job.erased, present);
  const deletions = present.map(({ dataSet, key, row }) => deletionOf(dataSet, key, row));
  const hasRoom = deletions.length < RECORDS_AT_ONCE;
  const also = hasRoom ? [...deletions, erasure.open] : deletions;
  const saved = await advanceJob(engine, erasure, { state: 'deleting', erased }, also);
  if (!saved) return undefined;
  const after = await readBatch(engine, present);
  if (after.closed) {
    await withdraw(engine, erasure.id);
    return undefined;
  }
  if (after.rows.some((row) => row !== undefined)) throw new StorageBusyError('RECORD_STILL_THERE');
  return saved;
}

/** The records as they are, and with them, in the same operation, whether the store was closed. */
async function readBatch(
  engine: Engine,
  batch: readonly Ref[],
): Promise<{ rows: Array<object | undefined>; closed: boolean }> {
  const [installation, ...rows] = await engine.store.getAll([INSTALLATION_REF, ...batch]);
  return { rows, closed: isClosed(installation) };
}

/**
 * In a transaction full of deletions there is no room for the condition that the store is open: where it was closed at
 * that moment, the row of the job, which names the person, may have been written after it had been emptied.
 */
async function withdraw(engine: Engine, id: string): Promise<void> {
  await engine.store.deleteAsRead(await engine.store.present([{ dataSet: ERASURE_JOB, key: id }]));
}

/** The counts with these records added. */
export function plus(
  erased: Record<string, number>,
  records: ReadonlyArray<Pick<Ref, 'dataSet'>>,
): Record<string, number> {
  const sum = { ...erased };
  for (const { dataSet } of records) sum[dataSet.name] = (sum[dataSet.name] ?? 0) + 1;
  return sum;
}
