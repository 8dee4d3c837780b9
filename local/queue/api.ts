import type { ParsedManifest } from '../manifest';
import type { Random } from '../random';
import type { Invocation } from '../runtime/invocation';
import type { EventStore } from './event-store';
import type { Jobs } from './jobs';
import { QUEUE_LIMITS } from './limits';
import { newEvent, refusal, refusePush, type PushBody, type Refusal } from './push';
import type { QueueMode } from './types';

export interface QueueApiOptions {
  manifest: ParsedManifest;
  now: () => number;
  random: Random;
  events: EventStore;
  jobs: Jobs;
  mode: QueueMode;
  /** Recent pushes, for the rate. */
  pushes: { at: number; installation: string; events: number }[];
}

/** @forge/events posts to these literal templates; the platform fills them in. */
const TEMPLATE = '{contextAri}/{environmentId}/{appId}/{appVersion}';
const PATHS = {
  publish: `/webhook/queue/publish/${TEMPLATE}`,
  stats: `/webhook/queue/stats/${TEMPLATE}`,
  cancel: `/webhook/queue/cancel/${TEMPLATE}`,
};

export function isQueuePath(path: string): boolean {
  return Object.values(PATHS).includes(path);
}

export function answerQueue(
  options: QueueApiOptions,
  invocation: Invocation,
  path: string,
  body: string,
): Response {
  const push = JSON.parse(body) as PushBody;
  if (path === PATHS.publish) return publish(options, invocation, push);
  const { jobs } = options;
  const job = jobs.find(push.jobId, push.queueName, invocation.facts.installationId);
  if (!job) return respond(refusal(404, 'There is no such job.'));
  if (path === PATHS.stats) {
    const { success, inProgress, failed } = job;
    return Response.json({ success, inProgress, failed });
  }
  jobs.cancel(job);
  return new Response(null, { status: 204 });
}

function publish(options: QueueApiOptions, invocation: Invocation, push: PushBody): Response {
  const { manifest, jobs, mode } = options;
  const installation = invocation.facts.installationId;
  const refused =
    refusePush(manifest, push, invocation.depth + 1) ??
    refuseRate(options, installation, push.payload.length);
  if (refused) return respond(refused);
  const failed = push.payload.map(({ body }) => mode.refuse(body));
  const accepted = failed.filter((isFailed) => !isFailed).length;
  jobs.open({ jobId: push.jobId, queueName: push.queueName, installation }, accepted);
  push.payload.forEach((_, index) => {
    if (!failed[index]) enqueue(options, invocation, push, index);
  });
  if (accepted === push.payload.length) return Response.json({}, { status: 201 });
  const failedEvents = failed.flatMap((isFailed, index) =>
    isFailed ? [{ index: String(index), errorMessage: 'The event could not be queued.' }] : [],
  );
  return Response.json({ failedEvents }, { status: 202 });
}

function enqueue(options: QueueApiOptions, invocation: Invocation, push: PushBody, index: number): void {
  const { events, mode, now, random } = options;
  const event = newEvent(push, index, invocation, now());
  const late = (): number => Math.floor(random() * mode.extraDelayMs);
  events.put({ ...event, sequence: events.nextSequence(), dueAt: event.dueAt + late() });
  if (mode.duplicates === 0 || random() >= mode.duplicates) return;
  events.put({
    ...event,
    id: `${event.id}#2`,
    duplicate: true,
    sequence: events.nextSequence(),
    dueAt: event.dueAt + late(),
  });
}

function refuseRate(options: QueueApiOptions, installation: string, events: number): Refusal | undefined {
  const since = options.now() - 60_000;
  options.pushes = options.pushes.filter(({ at }) => at > since);
  const before = options.pushes.filter((push) => push.installation === installation);
  const count = before.reduce((sum, push) => sum + push.events, events);
  if (count > QUEUE_LIMITS.eventsPerMinute) {
    return refusal(429, `${count} events in a minute; at most ${QUEUE_LIMITS.eventsPerMinute} are allowed.`);
  }
  options.pushes.push({ at: options.now(), installation, events });
  return undefined;
}

function respond({ status, body }: Refusal): Response {
  return Response.json(body, { status });
}
