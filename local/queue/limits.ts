/**
 * Limits of async events. Sources: "Async events API" and "Queue events … to import assets" (documented);
 * the rates from Atlassian's limits page; what is tagged assumed has no source.
 */
export const QUEUE_LIMITS = {
  eventsPerPush: 50,
  pushBytes: 200 * 1024,
  /** For an event whose consumer runs longer than `longConsumerSeconds`. */
  longConsumerEventBytes: 100 * 1024,
  longConsumerSeconds: 55,
  delaySeconds: 900,
  eventsPerMinute: 500,
  depth: 1000,
  /** How long an event is delivered again after its function failed. */
  retentionMs: 24 * 60 * 60 * 1000,
  /** … and after the platform failed. */
  extendedRetentionMs: 96 * 60 * 60 * 1000,
  retryAfterSeconds: 900,
  retryDataBytes: 4 * 1024,
} as const;

/** "Exponential backoff, with intervals reaching up to approximately 15 minutes": first wait and factor are assumed. */
export const BACKOFF = { firstMs: 10_000, factor: 2, mostMs: 900_000 } as const;
