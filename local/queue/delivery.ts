import { shuffle, type Random } from '../random';
import type { Completed, Invoker } from '../runtime/invoker';
import type { ParsedManifest } from '../manifest';
import { consumerOf, type Consumer } from './consumers';
import type { EventStore, QueueEvent } from './event-store';
import type { Jobs } from './jobs';
import { fateOf, keptUntil } from './outcome';
import type { DroppedEvent, QueueMode } from './types';

export interface DeliveryOptions {
  manifest: ParsedManifest;
  now: () => number;
  random: Random;
  events: EventStore;
  jobs: Jobs;
  mode: QueueMode;
  dropped: DroppedEvent[];
  invoke: Invoker;
  /** The installation, unless it was uninstalled. */
  installation(id: string): { id: string; cloudId: string } | undefined;
}

/** How far ahead a shuffled delivery looks. */
const SHUFFLED = 100;

/** Delivers the first due events, as many at once as the mode and their concurrency allow. */
export async function deliverDue(options: DeliveryOptions, now: number): Promise<number> {
  const { events, mode, random } = options;
  const due = events.due(now, mode.shuffle ? SHUFFLED : Math.max(mode.parallel, 1) * 4);
  const batch = withinConcurrency(mode.shuffle ? shuffle(due, random) : due).slice(
    0,
    Math.max(mode.parallel, 1),
  );
  for (const event of batch) events.lift(event);
  await Promise.all(batch.map((event) => deliver(options, event)));
  return batch.length;
}

/** Concurrency counts per key and installation, over all queues. */
function withinConcurrency(due: QueueEvent[]): QueueEvent[] {
  const running = new Map<string, number>();
  return due.filter(({ concurrency, installation }) => {
    if (!concurrency) return true;
    const key = `${installation} ${concurrency.key}`;
    const count = running.get(key) ?? 0;
    running.set(key, count + 1);
    return count < Math.max(concurrency.limit, 1);
  });
}

async function deliver(options: DeliveryOptions, event: QueueEvent): Promise<void> {
  const { events, jobs } = options;
  const hindrance = hindranceOf(options, event);
  const completed = hindrance === undefined ? await run(options, event) : undefined;
  if (!completed) return giveUp(options, event, hindrance ?? 'uninstalled');
  const fate = fateOf(event, completed, options.now(), options.mode.retryAppErrors);
  if (fate.kind === 'again') return events.put(fate.event);
  if (fate.kind === 'given-up') return giveUp(options, event, fate.reason);
  events.delete(event);
  if (!event.duplicate) jobs.count(event.jobId, 'success');
}

/** Why an event is not delivered, if it is not. */
function hindranceOf({ jobs, mode, random }: DeliveryOptions, event: QueueEvent): string | undefined {
  if (jobs.isCancelled(event.jobId)) return 'cancelled';
  return mode.losses > 0 && random() < mode.losses ? 'lost' : undefined;
}

async function run(options: DeliveryOptions, event: QueueEvent): Promise<Completed | undefined> {
  const installation = options.installation(event.installation);
  const consumer = consumerOf(options.manifest, event.queueName);
  if (!installation || !consumer) return undefined;
  return options.invoke({
    source: 'consumer',
    functionKey: consumer.functionKey,
    moduleKey: consumer.moduleKey,
    installation,
    timeoutMs: consumer.timeoutMs,
    depth: event.depth,
    payload: payloadFor(consumer, event, installation.cloudId, options.now()),
    ...(consumer.method === undefined ? {} : { call: consumer.method }),
  });
}

/**
 * What the consumer gets: `AsyncEvent` of @forge/events; a resolver's method a call with the event's body, as documented
 * for @forge/events 1 ("Upgrade to @forge/events major version 2" shows both). That the call has this context is assumed.
 */
function payloadFor(
  { method, moduleKey }: Consumer,
  event: QueueEvent,
  cloudId: string,
  now: number,
): unknown {
  const { body, jobId, retryContext } = asyncEvent(event, now);
  if (method === undefined) return asyncEvent(event, now);
  const payload = retryContext === undefined ? body : { ...(body as object), retryContext };
  return { call: { functionKey: method, payload, jobId }, context: { cloudId, moduleKey } };
}

/** `AsyncEvent` of @forge/events. */
function asyncEvent(event: QueueEvent, now: number): Record<string, unknown> {
  const { queueName, jobId, eventId, body, retry } = event;
  if (!retry) return { queueName, jobId, eventId, body };
  const retentionWindow = {
    startTime: new Date(event.enqueuedAt).toISOString(),
    remainingTimeMs: keptUntil(event) - now,
  };
  const retryContext = {
    retryCount: event.attempts,
    retryReason: retry.reason,
    retryData: retry.data,
    retentionWindow,
  };
  return { queueName, jobId, eventId, body, retryContext };
}

function giveUp({ events, jobs, dropped }: DeliveryOptions, event: QueueEvent, reason: string): void {
  events.delete(event);
  dropped.push({ eventId: event.eventId, queueName: event.queueName, reason });
  if (!event.duplicate && reason !== 'lost') jobs.count(event.jobId, 'failed');
}
