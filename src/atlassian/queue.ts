import {
  InternalServerError,
  InvalidPushSettingsError,
  NoEventsToPushError,
  PayloadTooBigError,
  Queue,
  TooManyEventsError,
} from '@forge/events';
import { QueueBusyError, type JobMessage, type JobQueue } from '../privacy/engine';
import { isMistake } from '../storage/failures';

/** The queue of manifest.yml that the function `run-job` consumes. */
const QUEUE_KEY = 'privacy-jobs';

/** Events of one job follow each other: two at once would only get in each other's way. */
export const jobQueue: JobQueue = {
  async push(message: JobMessage, delaySeconds: number): Promise<void> {
    const queue = new Queue({ key: QUEUE_KEY });
    const key = 'id' in message ? message.id : message.job;
    const event = { body: { ...message }, delayInSeconds: delaySeconds, concurrency: { key, limit: 1 } };
    try {
      await queue.push(event);
    } catch (error) {
      throw isOurs(error) ? error : new QueueBusyError(statusOf(error));
    }
  },
};

const REFUSED_EVENTS = [
  InvalidPushSettingsError,
  NoEventsToPushError,
  PayloadTooBigError,
  TooManyEventsError,
] as const;

/** Whether the event itself is wrong. */
const isOurs = (error: unknown): boolean =>
  isMistake(error) ||
  REFUSED_EVENTS.some((kind) => error instanceof kind) ||
  (error instanceof InternalServerError && statusOf(error).startsWith('4'));

/** The package has the status in the message of an answer for which it has no class; other messages may quote something. */
const statusOf = (error: unknown): string =>
  (error instanceof InternalServerError && /^\d{3}/.exec(error.message)?.[0]) || 'NOT_TAKEN';
