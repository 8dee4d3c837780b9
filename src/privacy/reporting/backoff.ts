import type { ReportFailure } from '../data-sets/reporting';
import type { NotAnswered } from '../engine';
import { addSeconds, NEVER, toInstant } from '../time';

const MINUTE_SECONDS = 60;

/**
 * Waits after failures in a row, in seconds. After the last of them the daily run tries again, once a day: a call whose
 * answer is lost may have been a report.
 */
const WAITS_SECONDS = [60, 300, 900];

/** How far apart the tries of daily runs are at least, which may come twice. */
const DAILY_SECONDS = 3600;
/** What no try within minutes will change. 401 and 403 are not here: Atlassian may give them for minutes after an installation. */
const LASTING: ReadonlySet<ReportFailure> = new Set(['malformed']);

/** Seconds for which Atlassian is not called after a failure, and whether an event or the next daily run tries again. */
interface Wait {
  seconds: number;
  by: 'event' | 'daily-run';
}

/**
 * How to go on after a failure. What Atlassian says in `Retry-After` is drawn out only where it has led to failures
 * again.
 */
export function waitAfter({ why, retryAfterSeconds }: NotAnswered, failures: number): Wait {
  if (retryAfterSeconds !== undefined) {
    const least = WAITS_SECONDS[Math.min(failures - 2, WAITS_SECONDS.length - 1)] ?? 1;
    return { seconds: Math.max(retryAfterSeconds, least), by: 'event' };
  }
  const seconds = LASTING.has(why) ? undefined : WAITS_SECONDS[failures - 1];
  return seconds === undefined ? { seconds: DAILY_SECONDS, by: 'daily-run' } : { seconds, by: 'event' };
}

/** Until when Atlassian is not called, and until when it asked for that, where that is longer. */
interface KeptWait {
  notBefore: string;
  askedUntil: string | undefined;
}

/** A wait is kept to the second up to one cycle. A longer one would end reporting: it is kept for one cycle, and shown. */
export function keptWait(now: Date, seconds: number, periodSeconds: number): KeptWait {
  const asked = instantAfter(now, seconds);
  const most = instantAfter(now, periodSeconds);
  return asked > most ? { notBefore: most, askedUntil: asked } : { notBefore: asked, askedUntil: undefined };
}

/** However many seconds, as far as an instant can say. */
function instantAfter(now: Date, seconds: number): string {
  const latest = (Date.parse(NEVER) - now.getTime()) / 1000;
  return seconds < latest ? toInstant(addSeconds(now, seconds)) : NEVER;
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
