import { Queue, type AsyncEvent } from '@forge/events';
import type { AppFunction, LocalForge } from '../../../local/forge';
import { openSample } from './open';
import { callAsAnna, resolverOf } from './resolver';

export type Push = Parameters<Queue['push']>[0];

/** A sample app that pushes what it is told and records what its consumer gets. */
export async function openQueue(
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

export const bodies = (events: AsyncEvent[]): unknown[] => events.map(({ body }) => body);
export const numbered = (count: number): { body: { n: number } }[] =>
  Array.from({ length: count }, (_, n) => ({ body: { n } }));
