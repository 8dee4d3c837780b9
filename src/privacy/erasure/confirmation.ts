import { StorageRefusedError } from '../../storage/failures';
import { auditChange } from '../audit';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { paced } from '../pace';
import { toInstant } from '../time';
import { nextJob, readJob } from './jobs';

const MOST_AT_ONCE = 1000;
/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 20_000;

/**
 * Confirms every erasure that was done before the pass began; one that the pass took up again is not done any more.
 * @returns false where some may be left: the time was over, or there were more than are listed at once
 */
export async function confirmErasures(engine: Engine, passStartedAt: string): Promise<boolean> {
  const rows = await engine.store.query(ERASURE_JOB, {
    index: 'by-state',
    partition: ['done'],
    where: { below: passStartedAt },
    limit: MOST_AT_ONCE,
  });
  const hasTime = paced(engine, SPARE_MS);
  for (const { key } of rows) {
    await confirm(engine, key, passStartedAt);
    if (!hasTime()) return false;
  }
  return rows.length < MOST_AT_ONCE;
}

async function confirm(engine: Engine, id: string, passStartedAt: string): Promise<void> {
  const job = await readJob(engine, id);
  if (job?.state !== 'done' || (job.doneAt ?? passStartedAt) >= passStartedAt) return;
  const now = engine.now();
  const row = nextJob(engine, job, { state: 'confirmed', confirmedAt: toInstant(now) });
  try {
    await engine.store.transact([
      { do: 'set', dataSet: ERASURE_JOB, key: id, row, expected: { version: job.version } },
      auditChange(now, { event: 'erasure-confirmed', role: 'system', records: job.erased }),
    ]);
  } catch (error) {
    // Another delivery of the event confirmed it first.
    if (!(error instanceof StorageRefusedError)) throw error;
  }
}
