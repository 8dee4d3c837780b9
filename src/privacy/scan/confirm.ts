import { StorageRefusedError } from '../../storage/failures';
import { auditChange } from '../audit';
import { ERASURE_JOB, LATE_DAYS, missedBy, type ErasureJob } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { nextJob } from '../erasure/job';
import { paced } from '../pace';
import { pagesOf } from '../pages';
import { addDays, FIRST_INSTANT, toInstant } from '../time';

/** Before the invocation ends, to hand over in time. */
const SPARE_MS = 20_000;

/**
 * Confirms every erasure that was done before the pass began; one that the pass took up again is not done any more.
 * @returns false where some may be left: the time was over
 */
export async function confirmErasures(engine: Engine, passStartedAt: string): Promise<boolean> {
  const hasTime = paced(engine, SPARE_MS);
  const done = { index: 'by-state', partition: ['done'], range: 'updatedAt' };
  for await (const listed of pagesOf(engine, ERASURE_JOB, {
    ...done,
    from: FIRST_INSTANT,
    until: passStartedAt,
  })) {
    const jobs = await engine.store.present(listed.map(({ key }) => ({ dataSet: ERASURE_JOB, key })));
    for (const { key, row } of jobs) {
      if (!mayConfirm(row, passStartedAt)) continue;
      await confirm(engine, key, row);
      if (!hasTime()) return false;
    }
  }
  return true;
}

function mayConfirm(job: ErasureJob, passStartedAt: string): boolean {
  if (job.state !== 'done' || job.doneAt === undefined) return false;
  const from = missedBy(job) ? toInstant(addDays(new Date(job.doneAt), LATE_DAYS)) : job.doneAt;
  return from < passStartedAt;
}

async function confirm(engine: Engine, id: string, job: ErasureJob): Promise<void> {
  const now = engine.now();
  const row = nextJob(engine, job, { state: 'confirmed', confirmedAt: toInstant(now) });
  try {
    await engine.store.transact([
      { do: 'set', dataSet: ERASURE_JOB, key: id, row, expected: { version: job.version } },
      auditChange(now, { event: 'erasure-confirmed', role: 'system', records: job.erased }),
    ]);
  } catch (error) {
    // It was taken up again, or another delivery of the event confirmed it first.
    if (!(error instanceof StorageRefusedError)) throw error;
  }
}
