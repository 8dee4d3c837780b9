import * as v from 'valibot';
import { engine } from '../app';
import { deliverAgain, deliverLater } from '../atlassian/redelivery';
import {
  JOB_MESSAGE,
  QueueBusyError,
  type Engine,
  type JobMessage,
  type RelayMessage,
  type Waits,
} from '../privacy/engine';
import { noteEvent } from '../platform-check/check';
import { dropScratch } from '../platform-check/leftovers';
import { runErasure } from '../privacy/erasure/run';
import { kindOfError } from '../privacy/errors';
import { recordNotice } from '../privacy/notice/archive';
import { inBackground } from '../privacy/pace';
import { isOvertaken } from '../privacy/relay';
import { mergeCohorts } from '../privacy/reporting/merge';
import { runReporting } from '../privacy/reporting/run';
import { dateHolds } from '../privacy/restriction/review';
import { runScan, startScan } from '../privacy/scan/scan';
import { secondsUntil } from '../privacy/time';
import { checkStore } from '../privacy/uninstall/returned-store';
import { applyAnnounced } from '../privacy/webhook/apply';
import { StorageBusyError } from '../storage/failures';
import { RELAYED } from './duties';

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
    case 'notice':
      return recordNotice(by);
    case 'holds':
      return dateHolds(by);
    case 'installation':
      return checkStore(by, message.step);
    case 'site-check':
      return 'event' in message ? noteEvent(by, message) : dropScratch(by);
    case 'announced':
      return applyAnnounced(by, message);
    default:
      return goOnWith(by, message);
  }
}

async function goOnWith(by: Engine, { job, from, walk, step }: RelayMessage): Promise<void> {
  if (!(await isOvertaken(by, job, step))) await RELAYED[job](by, from, walk);
}

const isWaiting = (result: unknown): result is Waits =>
  typeof result === 'object' && result !== null && 'until' in result;

/**
 * Takes one job of the queue on. An event can come twice, late or out of order. Where storage or the queue does not answer,
 * the queue is asked to deliver it again, less and less often, and after that the daily run takes it up.
 * @throws what is wrong on our side: Forge delivers the event again, less and less often, for a day at most
 */
export async function runJob(event: { body?: unknown }): Promise<object | undefined> {
  const parsed = v.safeParse(JOB_MESSAGE, event.body);
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
