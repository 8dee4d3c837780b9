import { StorageRefusedError } from '../../storage/failures';
import { auditChange } from '../audit';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { toInstant } from '../time';
import { nextJob, readJob } from './jobs';

const MOST_AT_ONCE = 2000;

/** Confirms every erasure that was done before the pass began; one that the pass took up again is not done any more. */
export async function confirmErasures(engine: Engine, passStartedAt: string): Promise<void> {
  const rows = await engine.store.query(ERASURE_JOB, {
    index: 'by-state',
    partition: ['done'],
    where: { below: passStartedAt },
    limit: MOST_AT_ONCE,
  });
  for (const { key } of rows) await confirm(engine, key, passStartedAt);
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
