import { InvocationError, InvocationErrorCode } from '@forge/events';
import { TEST_START } from '../setup/test-forge';
import { numbered, openQueue } from './sample-app/queue';
import { callAsAnna } from './sample-app/resolver';

const SECOND = 1000;

describe('A pushed event', () => {
  test('reaches the consumer in the form of an AsyncEvent, without a user', async () => {
    const { forge, got, push } = await openQueue();
    const { jobId } = (await push({ body: { n: 1 } })) as { jobId: string };
    expect(got).toEqual([]);
    expect(forge.queue.pending()).toMatchObject([{ jobId, queueName: 'work', depth: 1, body: { n: 1 } }]);
    await forge.queue.settle();
    const [event] = got;
    expect(got).toEqual([{ queueName: 'work', jobId, eventId: event?.eventId, body: { n: 1 } }]);
    expect(event?.eventId).toMatch(/^[0-9a-f-]{36}$/);
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
