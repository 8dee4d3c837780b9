/** Limits of an invocation. Source of all but the tagged: Atlassian's "Invocation limits" (documented). */
export const INVOCATION_LIMITS = {
  /** Calls of the browser. */
  uiSeconds: 25,
  /** Web triggers, and every function that names no `timeoutSeconds`. */
  defaultSeconds: 55,
  /** Consumers and scheduled triggers, by `timeoutSeconds`. */
  longestSeconds: 900,
  preUninstallSeconds: 55,
  logLinesPerMinute: 100,
  logBytes: 200 * 1024,
  frontEndRequestBytes: 500 * 1024,
  frontEndResponseBytes: 5 * 1024 * 1024,
  payloadBytes: 5 * 1024 * 1024,
  /** How long an outbound request may take; beyond the documented 180 s of async events this is assumed. */
  outboundRequestSeconds: 180,
} as const;

/** How many milliseconds one platform call takes on a clock that does not tick (assumed). */
export const DEFAULT_CALL_MS = 20;

/**
 * Milliseconds of one platform call. A number passes at once on a clock that does not tick, so that functions never
 * overlap; of a range each call draws its own, and functions that run side by side take turns, as on real storage.
 */
export type CallTime = number | { min: number; max: number };
