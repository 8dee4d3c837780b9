import { Queue } from '@forge/events';
import { bodies, numbered, openQueue } from './sample-app/queue';
import { callAsAnna } from './sample-app/resolver';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

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
