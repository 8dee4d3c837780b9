import { InvocationError, InvocationErrorCode, Queue, type AsyncEvent } from '@forge/events';
import { kvs } from '@forge/kvs';
import type { AppFunction, LocalForge } from '../../local/forge';
import { TEST_START } from '../setup/test-forge';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Push = Parameters<Queue['push']>[0];

/** A sample app that pushes what it is told and records what its consumer gets. */
async function openQueue(
  consume: (event: AsyncEvent, forge: () => LocalForge) => unknown = () => undefined,
  queueName = 'work',
): Promise<{ forge: LocalForge; got: AsyncEvent[]; at: number[]; push: (events: Push) => Promise<unknown> }> {
  const got: AsyncEvent[] = [];
  const at: number[] = [];
  const queue = new Queue({ key: queueName });
  const forge: LocalForge = await openSample({
    ...resolverOf({
      push: ({ payload }) => queue.push(payload['events'] as Push),
      stats: ({ payload }) => queue.getStats(String(payload['jobId'])),
      cancel: ({ payload }) => queue.cancel(String(payload['jobId'])),
    }),
    consume: ((event: AsyncEvent) => {
      got.push(event);
      at.push(forge.clock.now());
      return consume(event, () => forge);
    }) as AppFunction,
  });
  return { forge, got, at, push: (events) => callAsAnna(forge, 'push', { events }) };
}

const bodies = (events: AsyncEvent[]): unknown[] => events.map(({ body }) => body);
const numbered = (count: number): { body: { n: number } }[] =>
  Array.from({ length: count }, (_, n) => ({ body: { n } }));

describe('A pushed event', () => {
  test('reaches the consumer in the form of an AsyncEvent, without a user', async () => {
    const { forge, got, push } = await openQueue();
    const { jobId } = (await push({ body: { n: 1 } })) as { jobId: string };
    expect(got).toEqual([]);
    expect(forge.queue.pending()).toMatchObject([{ jobId, queueName: 'work', depth: 1, body: { n: 1 } }]);
    await forge.queue.settle();
    expect(got).toEqual([{ queueName: 'work', jobId, eventId: expect.any(String), body: { n: 1 } }]);
    expect(forge.queue.pending()).toEqual([]);
    expect(forge.invocations.list().at(-1)).toMatchObject({
      source: 'consumer',
      function: 'consume',
      outcome: 'ok',
    });
  });

  test('waits for its delay', async () => {
    const { forge, at, push } = await openQueue();
    await push({ body: {}, delayInSeconds: 900 });
    const pushedAt = forge.clock.now();
    await forge.queue.settle();
    expect(at).toEqual([]);
    await forge.clock.advance(899 * SECOND);
    expect(at).toEqual([]);
    await forge.clock.advance(SECOND);
    expect(at).toEqual([pushedAt + 900 * SECOND]);
  });

  test('can be settled with its delay, which moves the clock', async () => {
    const { forge, at, push } = await openQueue();
    await push([{ body: { n: 1 }, delayInSeconds: 60 }, { body: { n: 2 } }]);
    await forge.queue.settle({ delayed: true });
    expect(at).toHaveLength(2);
    expect(forge.clock.now()).toBeGreaterThanOrEqual(TEST_START + 60 * SECOND);
  });

  test('is counted in the stats of its job, and can be cancelled', async () => {
    const { forge, got, push } = await openQueue(({ body }) => {
      if (body['n'] === 1)
        return new InvocationError({
          retryAfter: 60,
          retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
        });
      return undefined;
    });
    const { jobId } = (await push(numbered(3))) as { jobId: string };
    await expect(callAsAnna(forge, 'stats', { jobId })).resolves.toEqual({
      success: 0,
      inProgress: 3,
      failed: 0,
    });
    await forge.queue.settle();
    await expect(callAsAnna(forge, 'stats', { jobId })).resolves.toEqual({
      success: 2,
      inProgress: 1,
      failed: 0,
    });
    await callAsAnna(forge, 'cancel', { jobId });
    await forge.queue.settle({ delayed: true });
    await expect(callAsAnna(forge, 'stats', { jobId })).resolves.toEqual({
      success: 2,
      inProgress: 0,
      failed: 1,
    });
    expect(got).toHaveLength(3);
    expect(forge.queue.dropped()).toMatchObject([{ reason: 'cancelled' }]);
    await expect(callAsAnna(forge, 'stats', { jobId: 'none' })).rejects.toThrow('The job none was not found');
  });
});

describe('A retry', () => {
  test('asked for by an InvocationError comes after its time, with its reason and data', async () => {
    const { forge, got, at, push } = await openQueue(({ retryContext }) =>
      retryContext
        ? undefined
        : new InvocationError({
            retryAfter: 120,
            retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
            retryData: { page: 7 },
          }),
    );
    await push({ body: { n: 1 } });
    await forge.queue.settle();
    const [first = 0] = at;
    await forge.clock.advance(10 * MINUTE);
    expect(at).toEqual([first, first + 120 * SECOND]);
    expect(got[1]).toMatchObject({
      eventId: got[0]?.eventId,
      body: { n: 1 },
      retryContext: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { page: 7 },
        retentionWindow: { remainingTimeMs: 24 * 60 * MINUTE - 120 * SECOND },
      },
    });
  });

  test.each([
    [5000, 900],
    [0, 1],
  ])('asked for after %d s comes after %d s', async (retryAfter, seconds) => {
    const { forge, at, push } = await openQueue(({ retryContext }) =>
      retryContext
        ? undefined
        : new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST }),
    );
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBe(seconds * SECOND);
  });

  test('of a throw comes with growing waits, until the event is a day old', async () => {
    const { forge, at, push } = await openQueue(() => {
      throw new Error('always');
    });
    const { jobId } = (await push({ body: {} })) as { jobId: string };
    const pushedAt = forge.clock.now();
    await forge.clock.advance(30 * 60 * MINUTE);
    const waits = at.slice(1).map((instant, index) => (instant - (at[index] ?? 0)) / SECOND);
    expect(waits.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 320, 640, 900]);
    expect(Math.max(...waits)).toBe(900);
    expect(at.at(-1)).toBeLessThanOrEqual(pushedAt + 24 * 60 * MINUTE);
    expect(at.length).toBeGreaterThan(90);
    expect(forge.queue.dropped()).toMatchObject([{ reason: 'retention' }]);
    await expect(callAsAnna(forge, 'stats', { jobId })).resolves.toEqual({
      success: 0,
      inProgress: 0,
      failed: 1,
    });
  });

  test('of a throw does not come where that is switched off', async () => {
    const { forge, at, push } = await openQueue(() => {
      throw new Error('once');
    });
    forge.queue.mode.retryAppErrors = false;
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect(at).toHaveLength(1);
    expect(forge.queue.dropped()).toMatchObject([{ reason: 'error' }]);
  });

  test('of a crash does not count as one', async () => {
    const { forge, got, push } = await openQueue(async () => kvs.set('k', 1));
    forge.faults.add({ path: '/api/v1/set', nth: 1, outcome: { kind: 'crash', when: 'after' } });
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect(got).toHaveLength(2);
    expect(got[1]?.retryContext).toMatchObject({
      retryCount: 0,
      retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    });
  });

  test('of a time-out names it', async () => {
    let runs = 0;
    const { forge, got, push } = await openQueue(async () => {
      if ((runs += 1) === 1) await kvs.get('k');
    });
    forge.faults.add({ outcome: { kind: 'slow', ms: 56 * SECOND }, path: '/api/v1/get' });
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect(got[1]?.retryContext).toMatchObject({ retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' });
  });
});

describe('The limits of a push', () => {
  const text = (bytes: number): Push => ({ body: { text: 'x'.repeat(bytes) } });

  test('an event for a long consumer has at most 100 KB', async () => {
    const { push } = await openQueue(undefined, 'long');
    const frame = JSON.stringify(text(0)).length;
    await expect(push(text(100 * 1024 - frame))).resolves.toHaveProperty('jobId');
    await expect(push(text(100 * 1024 - frame + 1))).rejects.toThrow('102401 bytes; at most 102400');
  });

  test('500 events a minute', async () => {
    const { forge, push } = await openQueue();
    for (let pushes = 0; pushes < 10; pushes++) await push(numbered(50));
    await expect(push({ body: {} })).rejects.toThrow('Too many requests');
    await forge.clock.advance(MINUTE);
    await expect(push({ body: {} })).resolves.toHaveProperty('jobId');
  });

  test('a queue that nobody reads', async () => {
    const { push } = await openQueue(undefined, 'nobody');
    await expect(push({ body: {} })).rejects.toThrow('No consumer of the manifest reads the queue nobody');
  });

  test('a chain of events ends at depth 1,000', async () => {
    const queue = new Queue({ key: 'work' });
    const ends: string[] = [];
    const { forge, got, push } = await openQueue(async () => {
      await queue.push({ body: {}, delayInSeconds: 1 }).catch((error: Error) => ends.push(error.message));
    });
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect(got).toHaveLength(1000);
    expect(ends).toEqual(['The limit on cyclic invocation has been reached.']);
  });

  test('refused events of a push are named, the others are delivered', async () => {
    const { forge, got, push } = await openQueue();
    forge.queue.mode.refuse = ({ n }) => n === 1;
    await expect(push(numbered(3))).rejects.toThrow('Failed to process 1 event(s).');
    await forge.queue.settle();
    expect(bodies(got)).toEqual([{ n: 0 }, { n: 2 }]);
  });
});

describe('Made worse on purpose', () => {
  test('every event twice', async () => {
    const { forge, got, push } = await openQueue();
    forge.queue.mode.duplicates = 1;
    const { jobId } = (await push(numbered(2))) as { jobId: string };
    await forge.queue.settle();
    expect(got).toHaveLength(4);
    expect(new Set(got.map(({ eventId }) => eventId)).size).toBe(2);
    await expect(callAsAnna(forge, 'stats', { jobId })).resolves.toEqual({
      success: 2,
      inProgress: 0,
      failed: 0,
    });
  });

  test('out of order', async () => {
    const { forge, got, push } = await openQueue();
    await push(numbered(20));
    await forge.queue.settle();
    const inOrder = numbered(20).map(({ body }) => body);
    expect(bodies(got)).toEqual(inOrder);
    forge.queue.mode.shuffle = true;
    await push(numbered(20));
    await forge.queue.settle();
    expect(bodies(got.slice(20))).not.toEqual(inOrder);
    expect(new Set(bodies(got.slice(20)))).toEqual(new Set(inOrder));
  });

  test('late', async () => {
    const { forge, at, push } = await openQueue();
    forge.queue.mode.extraDelayMs = MINUTE;
    await push(numbered(20));
    const pushedAt = forge.clock.now();
    await forge.queue.settle({ delayed: true });
    expect(Math.max(...at)).toBeGreaterThan(pushedAt + 10 * SECOND);
    expect(Math.max(...at)).toBeLessThan(pushedAt + 2 * MINUTE);
  });

  test('never', async () => {
    const { forge, got, push } = await openQueue();
    forge.queue.mode.losses = 1;
    await push({ body: {} });
    await forge.queue.settle({ delayed: true });
    expect(got).toEqual([]);
    expect(forge.queue.dropped()).toMatchObject([{ reason: 'lost' }]);
  });

  test('several at once, but no more of a concurrency key than its limit', async () => {
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
    };
    const { forge, push } = await openQueue(work);
    forge.queue.mode.parallel = 5;
    await push(numbered(10));
    await forge.queue.settle();
    expect(most).toBe(5);
    most = 0;
    await push(numbered(10).map((event) => ({ ...event, concurrency: { key: 'k', limit: 2 } })));
    await forge.queue.settle();
    expect(most).toBe(2);
  });

  test('an endless chain is reported instead of hanging', async () => {
    const queue = new Queue({ key: 'work' });
    const { forge, push } = await openQueue(() => queue.push({ body: {} }));
    await push({ body: {} });
    await expect(forge.queue.settle({ maxDeliveries: 50 })).rejects.toThrow(
      'did not settle within 50 deliveries',
    );
  });
});
