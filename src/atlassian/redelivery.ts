import { InvocationError, InvocationErrorCode } from '@forge/events';

const RETRY_AFTER_SECONDS = 60;

/** What a consumer returns to have its event delivered again: Forge retries on a returned `InvocationError`. */
export const deliverAgain = (): InvocationError =>
  new InvocationError({
    retryAfter: RETRY_AFTER_SECONDS,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });
