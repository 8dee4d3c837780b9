import type { DueSource } from '../agenda';
import type { Clock } from '../clock';
import { LocalForgeError, NotModelledError } from '../errors';
import type { ParsedManifest } from '../manifest';
import type { Random } from '../random';
import type { Invocation } from '../runtime/invocation';
import type { Invoker } from '../runtime/invoker';
import type { State } from '../state';
import { deliverDue, type DeliveryOptions } from './delivery';
import { createEventStore, type QueueEvent } from './event-store';
import { createJobs, type Job } from './jobs';
import { answerQueue, isQueuePath, type QueueApiOptions } from './api';
import type { DroppedEvent, QueueControl, QueueMode, SettleOptions } from './types';

export type * from './types';

interface QueueOptions {
  manifest: ParsedManifest;
  now: () => number;
  random: Random;
  state: State;
  installation: DeliveryOptions['installation'];
}

/** The queue: what the door calls, what the agenda drives, and what a test steers. */
export interface LocalQueue extends DueSource {
  answer(invocation: Invocation, path: string, body: string): Response;
  /** Starts delivering, once there is something that runs functions and a clock. */
  connect(invoke: Invoker, clock: Clock): QueueControl;
}

const GENTLE: QueueMode = {
  duplicates: 0,
  shuffle: false,
  extraDelayMs: 0,
  losses: 0,
  parallel: 1,
  retryAppErrors: true,
  refuse: () => false,
};

export function createQueue(options: QueueOptions): LocalQueue {
  const events = createEventStore(options.state.table<QueueEvent>('queue-events'));
  const jobs = createJobs(options.state.table<Job>('queue-jobs'));
  const mode = { ...GENTLE };
  const dropped: DroppedEvent[] = [];
  const api: QueueApiOptions = { ...options, events, jobs, mode, pushes: [] };
  let invoke: Invoker = () => Promise.reject(new LocalForgeError('The queue is not connected.'));
  const delivery: DeliveryOptions = {
    ...options,
    events,
    jobs,
    mode,
    dropped,
    invoke: (call) => invoke(call),
  };
  let running: Promise<unknown> = Promise.resolve();
  const deliver = (now: number): Promise<void> => {
    const next = running.then(async () => void (await deliverDue(delivery, now)));
    running = next.catch(() => undefined);
    return next;
  };
  return {
    nextDueAt: events.nextDueAt,
    deliverDue: deliver,
    answer: (invocation, path, body) => {
      if (!isQueuePath(path)) throw new NotModelledError(`stargate POST ${path}`);
      return answerQueue(api, invocation, path, body);
    },
    connect: (invoker, clock) => {
      invoke = invoker;
      return {
        mode,
        pending: () => events.list(),
        dropped: () => [...dropped],
        settle: (settling) => settle(events.nextDueAt, deliver, clock, settling),
      };
    },
  };
}

async function settle(
  nextDueAt: () => number | undefined,
  deliver: (now: number) => Promise<void>,
  clock: Clock,
  { delayed = false, maxDeliveries = 10_000 }: SettleOptions = {},
): Promise<void> {
  // The first round waits for deliveries that are under way.
  await deliver(clock.now());
  for (let rounds = 0; ; rounds++) {
    const dueAt = nextDueAt();
    if (dueAt === undefined || (dueAt > clock.now() && !delayed)) return;
    if (rounds >= maxDeliveries) {
      throw new LocalForgeError(`The queue did not settle within ${maxDeliveries} deliveries.`);
    }
    if (dueAt > clock.now()) await clock.set(dueAt);
    else await deliver(clock.now());
  }
}
