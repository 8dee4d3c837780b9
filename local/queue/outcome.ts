import type { Completed } from '../runtime/invoker';
import type { QueueEvent } from './event-store';
import { BACKOFF, QUEUE_LIMITS } from './limits';

/** What happens to an event after a delivery. */
type Fate = { kind: 'success' } | { kind: 'again'; event: QueueEvent } | { kind: 'given-up'; reason: string };

interface RetryRequest {
  _retry: true;
  retryOptions?: { retryAfter?: number; retryReason?: string; retryData?: unknown };
}

/** Decides by "Async events API", "Retries" (documented). */
export function fateOf(
  event: QueueEvent,
  { record, value }: Completed,
  now: number,
  retryAppErrors: boolean,
): Fate {
  switch (record.outcome) {
    case 'ok':
      return isRetryRequest(value) ? askedAgain(event, value, now) : { kind: 'success' };
    case 'killed':
      return platformFailed(event, now);
    case 'error':
    case 'timed-out':
    case 'out-of-memory':
      if (!retryAppErrors) return { kind: 'given-up', reason: record.outcome };
      return again(
        { ...event, attempts: event.attempts + 1, retry: appRetry(record.outcome) },
        now,
        backoffMs(event),
      );
  }
}

function askedAgain(event: QueueEvent, { retryOptions }: RetryRequest, now: number): Fate {
  const seconds = Math.min(Math.max(retryOptions?.retryAfter ?? 1, 1), QUEUE_LIMITS.retryAfterSeconds);
  const retry = {
    reason: retryOptions?.retryReason ?? 'FUNCTION_RETRY_REQUEST',
    data: withinSize(retryOptions?.retryData),
  };
  return again({ ...event, attempts: event.attempts + 1, failures: 0, retry }, now, seconds * 1000);
}

/** A retry that the platform owes does not count, and the event is kept longer. */
function platformFailed(event: QueueEvent, now: number): Fate {
  const retry = { reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', data: undefined };
  return again({ ...event, extended: true, retry }, now, backoffMs(event));
}

function again(event: QueueEvent, now: number, waitMs: number): Fate {
  const dueAt = now + waitMs;
  if (dueAt > keptUntil(event)) return { kind: 'given-up', reason: 'retention' };
  return { kind: 'again', event: { ...event, dueAt, failures: event.failures + 1 } };
}

/** Until when an event is delivered again. */
export function keptUntil({ enqueuedAt, extended }: QueueEvent): number {
  return enqueuedAt + (extended ? QUEUE_LIMITS.extendedRetentionMs : QUEUE_LIMITS.retentionMs);
}

/** The reason for a throw is assumed: no documented code says "runtime error". */
function appRetry(outcome: 'error' | 'timed-out' | 'out-of-memory'): { reason: string; data: undefined } {
  const reasons = {
    error: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    'timed-out': 'FUNCTION_TIME_OUT',
    'out-of-memory': 'FUNCTION_OUT_OF_MEMORY',
  };
  return { reason: reasons[outcome], data: undefined };
}

function backoffMs({ failures }: QueueEvent): number {
  return Math.min(BACKOFF.firstMs * BACKOFF.factor ** failures, BACKOFF.mostMs);
}

function withinSize(data: unknown): unknown {
  const bytes = data === undefined ? 0 : Buffer.byteLength(JSON.stringify(data));
  return bytes > QUEUE_LIMITS.retryDataBytes ? undefined : data;
}

export function isRetryRequest(value: unknown): value is RetryRequest {
  return typeof value === 'object' && value !== null && '_retry' in value && value._retry === true;
}
