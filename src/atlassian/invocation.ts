import { getAppContext } from '@forge/api';

/** Milliseconds that the present invocation may still run. */
export const remainingMs = (): number => getAppContext().invocationRemainingTimeInMillis();
