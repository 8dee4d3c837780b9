import * as v from 'valibot';
import { engine } from '../app';
import { deliverAgain, deliverLater } from '../atlassian/redelivery';
import { RELAYED_DUTIES } from '../privacy/data-sets/relay';
import {
  QueueBusyError,
  type Engine,
  type JobMessage,
  type RelayMessage,
  type Waits,
} from '../privacy/engine';
import { runErasure } from '../privacy/erasure/run';
import { kindOfError } from '../privacy/errors';
import { inBackground } from '../privacy/pace';
import { isOvertaken } from '../privacy/relay';
import { mergeCohorts } from '../privacy/reporting/merge';
import { runReporting } from '../privacy/reporting/run';
import { runScan, startScan } from '../privacy/scan/scan';
import { secondsUntil } from '../privacy/time';
import { checkStore } from '../privacy/uninstall/returned-store';
import { applyAnnounced } from '../privacy/webhook/apply';
import { StorageBusyError } from '../storage/failures';
import { isDigest, isInstant, isToken } from '../storage/kinds';
import { RELAYED } from './duties';

const step = v.pipe(v.number(), v.integer(), v.minValue(1));
const message = v.union([
  v.strictObject({ job: v.literal('erasure'), id: v.custom<string>(isToken), step: v.exactOptional(step) }),
  v.strictObject({
    job: v.picklist(RELAYED_DUTIES),
    from: v.exactOptional(v.record(v.string(), v.custom<string>(isInstant))),
    step: v.exactOptional(step),
  }),
  v.strictObject({ job: v.literal('scan') }),
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
]);

function run(message: JobMessage): Promise<unknown> {
  const by = inBackground(engine, message.job);
  switch (message.job) {
    case 'erasure':
      return runErasure(by, message.id, message.step);
    case 'scan':
      return 'pass' in message ? runScan(by, message) : startScan(by);
    case 'reporting':
      return runReporting(by, message.step);
    case 'cohorts':
      return mergeCohorts(by);
    case 'installation':
      return checkStore(by, message.step);
    case 'announced':
      return applyAnnounced(by, message);
    default:
      return goOnWith(by, message);
  }
}

async function goOnWith(by: Engine, { job, from, step }: RelayMessage & { step?: number }): Promise<void> {
  if (!(await isOvertaken(by, job, step))) await RELAYED[job](by, from);
}

const isWaiting = (result: unknown): result is Waits =>
  typeof result === 'object' && result !== null && 'until' in result;

/**
 * Takes one job of the queue on. An event can come twice, late or out of order. Where storage or the queue does not answer,
 * the queue is asked to deliver it again, less and less often, and after that the daily run takes it up.
 * @throws what is wrong on our side: Forge delivers the event again, less and less often, for a day at most
 */
export async function runJob(event: { body?: unknown }): Promise<object | undefined> {
  const parsed = v.safeParse(message, event.body);
  if (!parsed.success) {
    engine.log('job-not-known');
    return undefined;
  }
  try {
    const result = await run(parsed.output);
    return isWaiting(result) ? deliverAgain(secondsUntil(result.until, engine.now())) : undefined;
  } catch (error) {
    const { job } = parsed.output;
    if (error instanceof StorageBusyError) return deliverLater(event);
    if (error instanceof QueueBusyError) {
      engine.log('queue-busy', { job, code: error.code });
      return deliverLater(event);
    }
    engine.log('job-failed', { job, kind: kindOfError(error) });
    throw error;
  }
}
