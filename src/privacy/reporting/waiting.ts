import type { NotAnswered, ReportFailure } from './answer';

const MINUTE_SECONDS = 60;

/**
 * Waits after failures in a row, in seconds. After the last of them the daily run tries again, once a day: a call whose
 * answer is lost may have been a report.
 */
const WAITS_SECONDS = [60, 300, 900];

/** How far apart the tries of daily runs are at least, which may come twice. */
const DAILY_SECONDS = 3600;
/** What no try within minutes will change. */
const LASTING: ReadonlySet<ReportFailure> = new Set(['not-consented', 'forbidden', 'malformed']);

/** Seconds for which Atlassian is not called after a failure, and whether an event or the next daily run tries again. */
export interface Wait {
  seconds: number;
  by: 'event' | 'daily-run';
}

/**
 * How to go on after a failure. What Atlassian says in `Retry-After` is never shortened, and drawn out only where it has
 * led to failures again.
 */
export function waitAfter({ why, retryAfterSeconds }: NotAnswered, failures: number): Wait {
  if (retryAfterSeconds !== undefined) {
    const least = WAITS_SECONDS[Math.min(failures - 2, WAITS_SECONDS.length - 1)] ?? 1;
    return { seconds: Math.max(retryAfterSeconds, least), by: 'event' };
  }
  const seconds = LASTING.has(why) ? undefined : WAITS_SECONDS[failures - 1];
  return seconds === undefined ? { seconds: DAILY_SECONDS, by: 'daily-run' } : { seconds, by: 'event' };
}

/** Minutes around a full hour in which Atlassian asks apps not to report (user privacy guide), and the way out of them. */
const BUSY_MINUTES = 5;
const AWAY_SECONDS = 2 * BUSY_MINUTES * MINUTE_SECONDS;

/**
 * Seconds by which work at this moment moves away from midnight and full hours; 0 where it may begin. Everything moves by
 * as much, so that what Forge spread over the hour stays spread.
 */
export function secondsAway(now: Date): number {
  const minutes = now.getUTCMinutes();
  return minutes < BUSY_MINUTES || minutes >= 60 - BUSY_MINUTES ? AWAY_SECONDS : 0;
}
