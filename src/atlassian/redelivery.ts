import { InvocationError, InvocationErrorCode } from '@forge/events';

const RETRY_AFTER_SECONDS = 60;
/** The longest that Forge waits before it delivers again. */
const MOST_RETRY_AFTER_SECONDS = 900;

/** What a consumer returns to have its event delivered again: Forge retries on a returned `InvocationError`. */
export const deliverAgain = (afterSeconds = RETRY_AFTER_SECONDS): InvocationError =>
  new InvocationError({
    retryAfter: Math.min(Math.max(afterSeconds, 1), MOST_RETRY_AFTER_SECONDS),
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });
