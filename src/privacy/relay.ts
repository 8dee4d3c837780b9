import { RELAY, RELAY_KEY, type RelayedDuty } from './data-sets/relay';
import type { Engine, RelayMessage } from './engine';

/** Has an event go on with a duty in so many seconds; those of the same duty that are on their way are overtaken by it. */
export async function goOn(engine: Engine, message: RelayMessage, seconds: number): Promise<void> {
  const steps = await engine.store.get(RELAY, RELAY_KEY);
  const step = (steps?.[message.job] ?? 0) + 1;
  await engine.queue.push({ ...message, step }, seconds);
  await engine.store.put(RELAY, RELAY_KEY, { ...steps, [message.job]: step });
}

/** Whether a later event goes on with the duty already, so that this one came twice or late. One without a step begins. */
export async function isOvertaken(
  engine: Engine,
  duty: RelayedDuty,
  step: number | undefined,
): Promise<boolean> {
  if (step === undefined) return false;
  const steps = await engine.store.get(RELAY, RELAY_KEY);
  return step < (steps?.[duty] ?? 0);
}
