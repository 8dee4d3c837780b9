import type { DueSource } from '../agenda';
import { NotModelledError } from '../errors';
import { modulesOf, type ManifestModule, type ParsedManifest } from '../manifest';
import { isRetryRequest } from '../queue/outcome';
import type { Random } from '../random';
import { INVOCATION_LIMITS } from '../runtime/limits';
import type { Completed, Invoker } from '../runtime/invoker';
import type { InvocationRecord } from '../runtime/records';
import { missingOf } from '../runtime/scopes';
import { scopesOfEvent } from './scopes';
import type { ProductEventMode } from './types';

export type * from './types';

interface ProductEventOptions {
  manifest: ParsedManifest;
  now: () => number;
  random: Random;
  invoke: Invoker;
  /** Told of every event that came to a trigger without the scope for it. */
  undelivered: string[];
  /** Told of everything that was asked for and is not modelled. */
  unmodelled: string[];
}

export interface ProductEvents extends DueSource {
  mode: ProductEventMode;
  emit(
    name: string,
    payload: Record<string, unknown>,
    installation: { id: string; cloudId: string },
  ): Promise<InvocationRecord[]>;
}

interface Delivery {
  module: ManifestModule;
  installation: { id: string; cloudId: string };
  payload: Record<string, unknown>;
  dueAt: number;
  retries: number;
}

/** "Retry Atlassian app events" (documented): at most four retries, at most 900 s apart. */
const MOST_RETRIES = 4;
const LONGEST_WAIT_SECONDS = 900;
/** How long the platform waits before it tries again by itself (assumed). */
const PLATFORM_RETRY_SECONDS = 60;

/** Sends events to the manifest's triggers, at once; asked-for and platform retries come when they are due. */
export function createProductEvents(options: ProductEventOptions): ProductEvents {
  const mode: ProductEventMode = { lateMs: 0 };
  let waiting: Delivery[] = [];
  const deliver = async (delivery: Delivery): Promise<InvocationRecord> => {
    const completed = await invokeTrigger(options, delivery);
    const retry = retryOf(delivery, completed, options.now());
    if (retry) waiting.push(retry);
    return completed.record;
  };
  return {
    mode,
    nextDueAt: () => (waiting.length === 0 ? undefined : Math.min(...waiting.map(({ dueAt }) => dueAt))),
    deliverDue: async (now) => {
      const due = waiting.filter(({ dueAt }) => dueAt <= now);
      waiting = waiting.filter(({ dueAt }) => dueAt > now);
      for (const delivery of due) await deliver(delivery);
    },
    emit: async (name, payload, installation) => {
      const listening = listeners(options, name);
      const records: InvocationRecord[] = [];
      for (const module of listening) {
        const dueAt = options.now() + Math.floor(options.random() * mode.lateMs);
        const delivery = { module, installation, payload, dueAt, retries: 0 };
        if (mode.lateMs > 0) waiting.push(delivery);
        else records.push(await deliver(delivery));
      }
      return records;
    },
  };
}

/** Who gets an event: nobody, where the manifest lacks its scope or where a filter would have to decide. */
function listeners(
  { manifest, undelivered, unmodelled }: ProductEventOptions,
  name: string,
): ManifestModule[] {
  const found = modulesOf(manifest, 'trigger').filter(({ settings }) => {
    const events = settings['events'];
    return Array.isArray(events) && events.includes(name);
  });
  if (found.length === 0) return [];
  const needed = scopesOfEvent(name);
  if (!needed) throw notModelled(unmodelled, `the scope of the event ${name}`);
  const scope = missingOf(needed, manifest.scopes);
  if (scope !== undefined) {
    undelivered.push(...found.map(({ key }) => `${name} to ${key}: the manifest lacks the scope ${scope}`));
    return [];
  }
  return found.filter(({ key, settings }) => {
    if (settings['filter'] === undefined) return true;
    notModelled(unmodelled, `the filter of the trigger ${key} (${name})`);
    return false;
  });
}

function notModelled(unmodelled: string[], what: string): NotModelledError {
  unmodelled.push(what);
  return new NotModelledError(what);
}

function invokeTrigger({ invoke }: ProductEventOptions, delivery: Delivery): Promise<Completed> {
  const { module, installation, payload } = delivery;
  return invoke({
    source: 'trigger',
    functionKey: module.function ?? '',
    moduleKey: module.key,
    installation,
    timeoutMs: INVOCATION_LIMITS.defaultSeconds * 1000,
    payload,
  });
}

/** A throw is not retried; an `InvocationError` and what only the platform sees are. */
function retryOf(delivery: Delivery, completed: Completed, now: number): Delivery | undefined {
  if (delivery.retries >= MOST_RETRIES) return undefined;
  const retry = retryReason(completed);
  if (!retry) return undefined;
  const retries = delivery.retries + 1;
  const retryContext = { retryCount: retries, retryReason: retry.reason, retryData: retry.data };
  const seconds = Math.min(Math.max(retry.afterSeconds, 1), LONGEST_WAIT_SECONDS);
  const payload = { ...delivery.payload, retryContext };
  return { ...delivery, payload, retries, dueAt: now + seconds * 1000 };
}

interface Retry {
  afterSeconds: number;
  reason: string;
  data?: unknown;
}

function retryReason({ record, value }: Completed): Retry | undefined {
  if (record.outcome === 'error') return undefined;
  if (record.outcome !== 'ok') {
    return { afterSeconds: PLATFORM_RETRY_SECONDS, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };
  }
  if (!isRetryRequest(value)) return undefined;
  const {
    retryAfter = 1,
    retryReason: reason = 'FUNCTION_RETRY_REQUEST',
    retryData,
  } = value.retryOptions ?? {};
  return { afterSeconds: retryAfter, reason, data: retryData };
}
