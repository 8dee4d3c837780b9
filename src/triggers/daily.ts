import { engine } from '../app';
import { dropScratch } from '../platform-check/leftovers';
import { QueueBusyError, type Engine, type JobMessage } from '../privacy/engine';
import { kindOfError } from '../privacy/errors';
import { recordNotice } from '../privacy/notice/archive';
import { inBackground } from '../privacy/pace';
import { haveMerged } from '../privacy/reporting/merge';
import { startReporting } from '../privacy/reporting/run';
import { dateHolds } from '../privacy/restriction/review';
import { startScan } from '../privacy/scan/scan';
import { checkStore } from '../privacy/uninstall/returned-store';
import { isStorageFailure } from '../storage/failures';
import { RELAYED } from './duties';

type Duty = (engine: Engine) => Promise<unknown>;

/**
 * The duties of a day, in their order, each with the event that begins it, too. Each stands alone: what stops one does not
 * stop the others. The notice comes before retention, which writes down that settings came into force.
 */
const DUTIES: ReadonlyArray<readonly [event: JobMessage, duty: Duty]> = [
  [{ job: 'reporting' }, startReporting],
  [{ job: 'erasures' }, RELAYED.erasures],
  [{ job: 'requests' }, RELAYED.requests],
  [{ job: 'notice' }, recordNotice],
  [{ job: 'retention' }, RELAYED.retention],
  [{ job: 'removed' }, RELAYED.removed],
  [{ job: 'holds' }, dateHolds],
  [{ job: 'undo' }, RELAYED.undo],
  [{ job: 'announcements' }, RELAYED.announcements],
  [{ job: 'closures' }, RELAYED.closures],
  [{ job: 'scan' }, startScan],
  [{ job: 'cohorts' }, haveMerged],
  [{ job: 'figures' }, RELAYED.figures],
  [{ job: 'site-check' }, dropScratch],
];

const DONE = { statusCode: 204 } as const;
/** Until a duty is tried again that storage or the queue was too busy for. */
const AGAIN_SECONDS = 600;

/**
 * The daily schedule: looks whether the store came back from an earlier installation, has what is due reported to
 * Atlassian, takes up what stands still, deletes what has been kept for its time, has the whole store scanned if an erasure
 * waits to be confirmed, and cohorts merged where there are too many. Each duty has an equal share of the time that is left
 * and goes on in the queue. It does not look at the licence: these duties last as long as data is stored.
 * @returns what Forge counts as success; its page on the event asks for it, the one on the module passes it over
 * @throws where a duty failed, after the others were done: Forge does not repeat a schedule, but shows that it failed
 */
export async function runDaily(): Promise<{ statusCode: 204 }> {
  const store = await attempt({ job: 'installation' }, checkStore, engine.remainingMs());
  if (store.result === false) return DONE;
  let failed = store.failed;
  for (const [at, [event, duty]] of DUTIES.entries()) {
    const share = engine.remainingMs() / (DUTIES.length - at);
    failed += (await attempt(event, duty, share)).failed;
  }
  engine.log('daily-done', { failed });
  if (failed > 0) throw new Error('daily run incomplete');
  return DONE;
}

async function attempt<Result>(
  event: JobMessage,
  duty: (engine: Engine) => Promise<Result>,
  mostMs: number,
): Promise<{ result?: Result; failed: number }> {
  try {
    return { result: await duty(inBackground(engine, event.job, mostMs)), failed: 0 };
  } catch (error) {
    engine.log('daily-duty-failed', { duty: event.job, kind: kindOfError(error) });
    if (isStorageFailure(error) || error instanceof QueueBusyError) await tryAgain(event);
    return { failed: 1 };
  }
}

/** Within the hour; where that event fails, too, the queue delivers it less and less often, for a day at most. */
async function tryAgain(event: JobMessage): Promise<void> {
  try {
    await engine.queue.push(event, AGAIN_SECONDS);
  } catch (error) {
    engine.log('daily-duty-not-queued', { duty: event.job, kind: kindOfError(error) });
  }
}
