import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as v from 'valibot';

const RETRY_AFTER_SECONDS = 60;
/** The longest that Forge waits before it delivers again. */
const MOST_RETRY_AFTER_SECONDS = 900;
/** After so many, no wait is shorter than the longest. */
const MOST_DOUBLINGS = 4;

/** What a consumer returns to have its event delivered again: Forge retries on a returned `InvocationError`. */
export const deliverAgain = (afterSeconds: number): InvocationError =>
  new InvocationError({
    retryAfter: Math.min(Math.max(afterSeconds, 1), MOST_RETRY_AFTER_SECONDS),
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });

const retried = v.object({ retryContext: v.object({ retryCount: v.pipe(v.number(), v.minValue(0)) }) });

/** The same after a failure: each time the wait is twice as long, up to the longest, by how often the event has come. */
export function deliverLater(event: unknown): InvocationError {
  const parsed = v.safeParse(retried, event);
  const retries = parsed.success ? parsed.output.retryContext.retryCount : 0;
  return deliverAgain(RETRY_AFTER_SECONDS * 2 ** Math.min(retries, MOST_DOUBLINGS));
}
