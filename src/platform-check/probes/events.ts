import type { SiteCheck } from '../data-sets';
import { addSeconds, toInstant } from '../../privacy/time';
import type { Finding } from '../assumptions';
import type { Step } from '../step';

/** After how many seconds each event is to come. */
const EVENT_DELAYS = [0, 5, 15] as const;
const EVENTS = [
  [0, EVENT_DELAYS[0]],
  [1, EVENT_DELAYS[1]],
  [2, EVENT_DELAYS[2]],
] as const;
const ON_TIME_MS = 60_000;
/** After the last was to come, none is waited for any longer. */
const MOST_LATE_MS = 90_000;
/** For which one call waits before the page asks again. */
const LOOK_MS = 5_000;

/** Hands events to the app's own queue. Those of an attempt that was cut off carry another instant and do not count. */
export const pushEvents: Step = async ({ engine, note }) => {
  const at = toInstant(engine.now());
  await note({ pushedAt: at, arrivals: [] });
  for (const [event, delay] of EVENTS) {
    await engine.queue.push({ job: 'site-check', at, event }, delay);
  }
  return {};
};

/** Waits until all have come, or have not in time: what came is read where it is asked for, however late. */
export const awaitEvents: Step = async ({ engine, row }) => {
  if (missingOf(row) === 0 || isOver(row, engine.now())) return {};
  await engine.pause(LOOK_MS);
  return { again: true };
};

/** What the events that have come so far tell; nothing while more may come in time. */
export function eventFindings(row: SiteCheck, now: Date): Finding[] {
  const missing = missingOf(row);
  if (row.pushedAt === undefined || (missing > 0 && !isOver(row, now))) return [];
  return [delayOf(row, missing), twiceOf(row)];
}

function delayOf({ arrivals = [] }: SiteCheck, missing: number): Finding {
  if (missing > 0) return { id: 'event-delay', outcome: 'not-come', number: missing };
  const number = Math.max(...arrivals.map(({ lateMs }) => lateMs));
  return { id: 'event-delay', outcome: number <= ON_TIME_MS ? 'on-time' : 'late', number };
}

function twiceOf({ arrivals = [] }: SiteCheck): Finding {
  if (arrivals.length === 0) return { id: 'event-twice', outcome: 'not-told' };
  const came = EVENT_DELAYS.map((_, event) => arrivals.filter((one) => one.event === event).length);
  const number = came.filter((times) => times > 1).length;
  return { id: 'event-twice', outcome: number > 0 ? 'twice' : 'once', number };
}

const missingOf = ({ arrivals = [] }: SiteCheck): number =>
  EVENT_DELAYS.filter((_, event) => !arrivals.some((one) => one.event === event)).length;

const isOver = ({ pushedAt, startedAt }: SiteCheck, now: Date): boolean =>
  now.getTime() > dueAt(pushedAt ?? startedAt, EVENT_DELAYS.length - 1) + MOST_LATE_MS;

/** When an event was to come, in milliseconds. */
export const dueAt = (pushedAt: string, event: number): number =>
  addSeconds(new Date(pushedAt), EVENT_DELAYS[event] ?? 0).getTime();
