import { Queue } from '@forge/events';
import { bodies, numbered, openQueue, type Push } from './sample-app/queue';

const MINUTE = 60_000;

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
