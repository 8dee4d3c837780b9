import { ownKey } from '../../storage/own-key';
import { MOST_OPERATIONS, MOST_ROWS, type Change, type Ref } from '../../storage/store';
import { StorageBusyError } from '../../storage/failures';
import { leaveChange } from '../cohorts';
import { COHORT } from '../data-sets/cohort';
import type { ErasureJob } from '../data-sets/erasure-job';
import { indexedSets, type Engine, type IndexedSet } from '../engine';
import { advanceJob } from './jobs';

/** With the row of the job, what one transaction takes. */
const RECORDS_AT_ONCE = MOST_OPERATIONS - 1;
/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 20_000;

export type DeletionOutcome = { job: ErasureJob; finished: boolean } | 'overtaken';

/**
 * Deletes every record of the person that the indexes list, page by page, and reads each again strictly. It can be
 * killed anywhere and begin again: what it deleted is counted with the deletion, once.
 * @throws StorageBusyError when storage does not answer or a record is still there afterwards
 */
export async function deleteRecords(
  engine: Engine,
  id: string,
  job: ErasureJob,
  subject: string,
): Promise<DeletionOutcome> {
  let current: ErasureJob | undefined = job;
  await deleteKeyed(engine, subject);
  await leaveGroup(engine, subject, job.cohort);
  for (const set of indexedSets(engine)) {
    for await (const group of groupsOf(pagesOf(engine, set, subject))) {
      current = await deleteGroup(engine, id, current, group);
      if (!current) return 'overtaken';
      if (engine.remainingMs() < SPARE_MS) return { job: current, finished: false };
    }
  }
  return { job: current, finished: true };
}

/** The fence deleted these; an erasure that is taken up again may find some. One operation, whatever there is. */
async function deleteKeyed(engine: Engine, subject: string): Promise<void> {
  const keyed = engine.store.map.filter(({ found }) => found?.by === 'key');
  await engine.store.deleteAll(keyed.map((dataSet) => ({ dataSet, key: ownKey(dataSet, subject) })));
}

async function leaveGroup(engine: Engine, subject: string, key: string | undefined): Promise<void> {
  const cohort = key === undefined ? undefined : await engine.store.get(COHORT, key);
  if (key === undefined || !cohort?.members.some(({ accountId }) => accountId === subject)) return;
  await engine.store.transact([leaveChange(cohort, key, subject)]);
}

/** A person's records of a data set, a page at a time, by range key: cursors would not outlive the deletions. */
async function* pagesOf(engine: Engine, set: IndexedSet, subject: string): AsyncGenerator<Ref[]> {
  const { index, range } = set.found;
  let after: string | undefined;
  for (;;) {
    const rows = await engine.store.query(set, {
      index,
      partition: [subject],
      ...(after !== undefined && { where: { above: after } }),
      limit: MOST_ROWS,
    });
    if (rows.length > 0) yield rows.map(({ key }) => ({ dataSet: set, key }));
    const last = rows.at(-1);
    if (!last || rows.length < MOST_ROWS) return;
    after = String((last.row as Record<string, unknown>)[range]);
  }
}

/** The same records, as many at a time as one transaction takes. */
async function* groupsOf(pages: AsyncIterable<Ref[]>): AsyncGenerator<Ref[]> {
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
 * list what is gone, and what is counted must come up to what was counted before.
 * @returns the job as written, or undefined where another delivery of the same event is ahead
 */
async function deleteGroup(
  engine: Engine,
  id: string,
  job: ErasureJob,
  group: readonly Ref[],
): Promise<ErasureJob | undefined> {
  const rows = await engine.store.getAll(group);
  const present = group.filter((_, at) => rows[at] !== undefined);
  if (present.length === 0) return job;
  const erased = plus(job.erased, present);
  const deletions = present.map(({ dataSet, key }): Change => ({ do: 'delete', dataSet, key }));
  const saved = await advanceJob(engine, id, job, { state: 'deleting', erased }, deletions);
  if (!saved) return undefined;
  const left = await engine.store.getAll(present);
  if (left.some((row) => row !== undefined)) throw new StorageBusyError('RECORD_STILL_THERE');
  return saved;
}

function plus(erased: Record<string, number>, records: readonly Ref[]): Record<string, number> {
  const sum = { ...erased };
  for (const { dataSet } of records) sum[dataSet.name] = (sum[dataSet.name] ?? 0) + 1;
  return sum;
}

/** Records that were counted when the erasure began, and that no index has listed yet. */
export function recordsMissing(job: ErasureJob): number {
  return Object.entries(job.expected).reduce(
    (missing, [name, counted]) => missing + Math.max(counted - (job.erased[name] ?? 0), 0),
    0,
  );
}
