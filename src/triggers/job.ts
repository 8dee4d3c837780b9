import { InvocationError, InvocationErrorCode, type AsyncEvent } from '@forge/events';
import * as v from 'valibot';
import { engine } from '../app';
import { runErasure } from '../privacy/erasure/run';
import { runRetention } from '../privacy/retention';
import { StorageBusyError } from '../storage/failures';
import { isToken } from '../storage/kinds';

const message = v.variant('job', [
  v.strictObject({ job: v.literal('erasure'), id: v.custom<string>(isToken) }),
  v.strictObject({ job: v.literal('retention') }),
]);

const RETRY_AFTER_SECONDS = 60;

/**
 * Takes one job of the queue on. An event can come twice, late or out of order; where storage does not answer, the
 * queue is asked to deliver it again, and after that the daily run takes it up.
 */
export async function runJob(event: AsyncEvent): Promise<InvocationError | undefined> {
  const parsed = v.safeParse(message, event.body);
  if (!parsed.success) {
    engine.log('job-not-known');
    return undefined;
  }
  try {
    await (parsed.output.job === 'erasure' ? runErasure(engine, parsed.output.id) : runRetention(engine));
    return undefined;
  } catch (error) {
    if (!(error instanceof StorageBusyError)) throw error;
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
      retryData: {},
    });
  }
}
