import type { NotAnswered } from './answer';

const MINUTE_SECONDS = 60;
/** The longest delay that Forge's queue takes. */
export const MOST_DELAY_SECONDS = 900;

/**
 * Waits after failures in a row, in seconds. After the last of them the daily run tries again, once a day: a call whose
 * answer is lost may have been a report.
 */
const WAITS_SECONDS = [60, 300, 900];

/**
 * Seconds until a failed report is tried again; without them the daily run does. What Atlassian says in `Retry-After` is
 * never shortened, and drawn out only where it has led to failures again.
 */
export function waitAfter({ why, retryAfterSeconds }: NotAnswered, failures: number): number | undefined {
  if (retryAfterSeconds !== undefined) {
    return Math.max(retryAfterSeconds, WAITS_SECONDS[Math.min(failures, WAITS_SECONDS.length + 1) - 2] ?? 1);
  }
  if (why === 'not-consented' || why === 'forbidden' || why === 'malformed') return undefined;
  return WAITS_SECONDS[failures - 1];
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
