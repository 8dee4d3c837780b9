import { ownKey } from '../../storage/own-key';
import { MOST_OPERATIONS, MOST_ROWS, type Ref } from '../../storage/store';
import { StorageBusyError } from '../../storage/failures';
import { leaveChange } from '../cohorts';
import { COHORT } from '../data-sets/cohort';
import type { ErasureJob } from '../data-sets/erasure-job';
import { indexedSets, type Engine, type IndexedSet } from '../engine';
import { advanceJob } from './jobs';

/** Pages of deleted records after which progress is written, so that it costs little beside the deletion. */
const PAGES_BETWEEN_SAVES = 6;
/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 20_000;

export type DeletionOutcome = { job: ErasureJob; finished: boolean } | 'overtaken';

/**
 * Deletes every record of the person that the indexes list, page by page, and reads each again strictly. It can be
 * killed anywhere and begin again: a record deleted twice is deleted.
 * @throws StorageBusyError when storage does not answer or a record is still there afterwards
 */
export async function deleteRecords(
  engine: Engine,
  id: string,
  job: ErasureJob,
  subject: string,
): Promise<DeletionOutcome> {
  let current = job;
  let pages = 0;
  await deleteKeyed(engine, subject);
  await leaveGroup(engine, subject, job.cohort);
  for (const set of indexedSets(engine)) {
    for await (const page of pagesOf(engine, set, subject)) {
      await deletePage(engine, page);
      current = { ...current, erased: plus(current, set.name, page.length) };
      pages += 1;
      const outOfTime = engine.remainingMs() < SPARE_MS;
      if (!outOfTime && pages % PAGES_BETWEEN_SAVES !== 0) continue;
      const saved = await advanceJob(engine, id, current, { state: 'deleting' });
      if (!saved) return 'overtaken';
      current = saved;
      if (outOfTime) return { job: current, finished: false };
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

async function deletePage(engine: Engine, page: readonly Ref[]): Promise<void> {
  for (let at = 0; at < page.length; at += MOST_OPERATIONS) {
    const group = page.slice(at, at + MOST_OPERATIONS);
    await engine.store.deleteAll(group);
    const left = await engine.store.getAll(group);
    if (left.some((row) => row !== undefined)) throw new StorageBusyError('RECORD_STILL_THERE');
  }
}

/** Progress, never beyond what was counted before: a page may be listed twice after an interruption. */
function plus(job: ErasureJob, name: string, records: number): Record<string, number> {
  const counted = job.expected[name] ?? 0;
  const erased = Math.min((job.erased[name] ?? 0) + records, counted);
  return counted === 0 ? job.erased : { ...job.erased, [name]: erased };
}
