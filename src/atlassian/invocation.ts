import { getAppContext } from '@forge/api';

/** Milliseconds that the present invocation may still run. */
export const remainingMs = (): number => getAppContext().invocationRemainingTimeInMillis();

/** The installation for which the present invocation runs. */
export const installationId = (): string => getAppContext().installationAri.installationId;
