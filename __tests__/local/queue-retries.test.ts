import { InvocationError, InvocationErrorCode } from '@forge/events';
import { kvs } from '@forge/kvs';
import { openQueue } from './sample-app/queue';
import { callAsAnna } from './sample-app/resolver';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

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
