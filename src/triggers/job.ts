import * as v from 'valibot';
import { engine } from '../app';
import { deliverAgain } from '../atlassian/redelivery';
import { dropTotals } from '../privacy/anonymising/kept';
import type { JobMessage, RelayMessage } from '../privacy/engine';
import { runErasure } from '../privacy/erasure/run';
import { runScan } from '../privacy/erasure/scan';
import { kindOfError } from '../privacy/kind-of-error';
import { isOvertaken } from '../privacy/relay';
import { mergeCohorts } from '../privacy/reporting/merge';
import { eraseRemoved } from '../privacy/reporting/removed';
import { runReporting } from '../privacy/reporting/run';
import { runRetention } from '../privacy/retention';
import { readSettings } from '../privacy/settings';
import { secondsUntil } from '../privacy/time';
import { settleInstallation } from '../privacy/uninstall/settle';
import { carryOutAnnounced } from '../privacy/webhook/carrying-out';
import { takeUpWaiting } from '../privacy/webhook/take-up';
import { StorageBusyError } from '../storage/failures';
import { isDigest, isInstant, isToken } from '../storage/kinds';

const step = v.pipe(v.number(), v.integer(), v.minValue(1));
const message = v.variant('job', [
  v.strictObject({ job: v.literal('erasure'), id: v.custom<string>(isToken), step: v.exactOptional(step) }),
  v.strictObject({
    job: v.literal('retention'),
    from: v.exactOptional(v.record(v.string(), v.custom<string>(isInstant))),
    step: v.exactOptional(step),
  }),
  v.strictObject({ job: v.literal('removed'), step: v.exactOptional(step) }),
  v.strictObject({ job: v.literal('totals'), step: v.exactOptional(step) }),
  v.strictObject({
    job: v.literal('scan'),
    pass: v.custom<string>(isInstant),
    step,
    from: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{40,2000}$/))),
  }),
  v.strictObject({ job: v.literal('reporting'), step: v.exactOptional(step) }),
  v.strictObject({ job: v.literal('cohorts') }),
  v.strictObject({ job: v.literal('installation'), step: v.exactOptional(step) }),
  v.strictObject({
    job: v.literal('announced'),
    id: v.custom<string>(isToken),
    request: v.custom<string>(isDigest),
    sealed: v.pipe(v.string(), v.regex(/^[\w-]{40,90000}$/)),
  }),
  v.strictObject({ job: v.literal('webhook-waiting') }),
]);

function run(message: JobMessage): Promise<void | object> {
  switch (message.job) {
    case 'erasure':
      return runErasure(engine, message.id, message.step);
    case 'retention':
    case 'removed':
    case 'totals':
      return runDuty(message);
    case 'scan':
      return runScan(engine, message);
    case 'reporting':
      return report(message.step);
    case 'cohorts':
      return mergeCohorts(engine);
    case 'installation':
      return settleInstallation(engine, message.step).then(() => undefined);
    case 'announced':
      return carryOutAnnounced(engine, message);
    case 'webhook-waiting':
      return takeUpWaiting(engine);
  }
}

async function runDuty(message: RelayMessage & { step?: number }): Promise<void> {
  if (await isOvertaken(engine, message.job, message.step)) return;
  if (message.job === 'retention') await runRetention(engine, message.from);
  else if (message.job === 'removed') await eraseRemoved(engine);
  else await dropTotals(engine, await readSettings(engine));
}

/** Where another run reports, this event waits for its end: it may have been cut off. */
async function report(step: number | undefined): Promise<object | undefined> {
  const end = await runReporting(engine, step);
  return end && deliverAgain(secondsUntil(end.heldUntil, engine.now()));
}

/**
 * Takes one job of the queue on. An event can come twice, late or out of order; where storage does not answer, the
 * queue is asked to deliver it again, and after that the daily run takes it up.
 * @throws what is wrong on our side: Forge delivers the event again, less and less often, for a day at most
 */
export async function runJob(event: { body?: unknown }): Promise<object | undefined> {
  const parsed = v.safeParse(message, event.body);
  if (!parsed.success) {
    engine.log('job-not-known');
    return undefined;
  }
  try {
    return (await run(parsed.output)) ?? undefined;
  } catch (error) {
    if (error instanceof StorageBusyError) return deliverAgain();
    engine.log('job-failed', { job: parsed.output.job, kind: kindOfError(error) });
    throw error;
  }
}
