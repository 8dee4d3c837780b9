import { randomUUID } from 'node:crypto';
import type { ParsedManifest } from '../manifest';
import type { Invocation } from '../runtime/invocation';
import { consumerOf, type Consumer } from './consumers';
import type { QueueEvent } from './event-store';
import { QUEUE_LIMITS } from './limits';

/** Body of a push, as @forge/events makes it. */
export interface PushBody {
  queueName: string;
  jobId: string;
  payload: {
    body: Record<string, unknown>;
    delayInSeconds?: number;
    concurrency?: QueueEvent['concurrency'];
  }[];
}

export interface Refusal {
  status: number;
  body: Record<string, unknown>;
}

/** Checks a push against the limits; undefined where it may pass. */
export function refusePush(manifest: ParsedManifest, push: PushBody, depth: number): Refusal | undefined {
  const { eventsPerPush, pushBytes } = QUEUE_LIMITS;
  const consumer = consumerOf(manifest, push.queueName);
  if (!consumer) return refusal(400, `No consumer of the manifest reads the queue ${push.queueName}.`);
  if (push.payload.length > eventsPerPush) {
    return refusal(400, `${push.payload.length} events were pushed; at most ${eventsPerPush} are allowed.`);
  }
  if (depth > QUEUE_LIMITS.depth) {
    return refusal(405, `Events led to events ${depth} times; at most ${QUEUE_LIMITS.depth} are allowed.`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(push.payload));
  if (bytes > pushBytes)
    return refusal(413, `The push has ${bytes} bytes; at most ${pushBytes} are allowed.`);
  return push.payload.map((event) => refuseEvent(event, consumer)).find((found) => found !== undefined);
}

function refuseEvent(event: PushBody['payload'][number], consumer: Consumer): Refusal | undefined {
  const { delaySeconds, longConsumerEventBytes, longConsumerSeconds } = QUEUE_LIMITS;
  const delay = event.delayInSeconds ?? 0;
  if (delay < 0 || delay > delaySeconds) {
    return refusal(400, `The delay is ${delay} s; it must be between 0 and ${delaySeconds} s.`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(event));
  const long = consumer.timeoutMs > longConsumerSeconds * 1000;
  if (!long || bytes <= longConsumerEventBytes) return undefined;
  return refusal(
    413,
    `An event has ${bytes} bytes; at most ${longConsumerEventBytes} are allowed where the consumer may run longer than ${longConsumerSeconds} s.`,
  );
}

export function refusal(status: number, message: string): Refusal {
  return { status, body: { code: status, message, errorMessage: message } };
}

/** The event that one element of a push becomes. */
export function newEvent(
  push: PushBody,
  index: number,
  invocation: Pick<Invocation, 'facts' | 'depth'>,
  now: number,
): Omit<QueueEvent, 'sequence'> {
  const pushed = push.payload[index];
  const eventId = randomUUID();
  return {
    id: eventId,
    eventId,
    jobId: push.jobId,
    queueName: push.queueName,
    installation: invocation.facts.installationId,
    body: pushed?.body ?? {},
    ...(pushed?.concurrency ? { concurrency: pushed.concurrency } : {}),
    enqueuedAt: now,
    dueAt: now + (pushed?.delayInSeconds ?? 0) * 1000,
    attempts: 0,
    failures: 0,
    depth: invocation.depth + 1,
  };
}
