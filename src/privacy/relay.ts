import { RELAY, RELAY_KEY, type Relay, type RelayedDuty } from './data-sets/relay';
import type { Engine, JobMessage, RelayMessage } from './engine';
import { kindOfError } from './errors';
import { changeVersioned } from './versioned';

/**
 * Has an event go on with a duty in so many seconds; those of the same duty that are on their way are overtaken by it. The
 * event goes first: one too many finds that it was overtaken, one too few would end the duty.
 */
export async function goOn(engine: Engine, message: RelayMessage, seconds: number): Promise<void> {
  const { job } = message;
  const step = stepOf(await readRelay(engine), job) + 1;
  await engine.queue.push({ ...message, step }, seconds);
  await changeVersioned(engine, RELAY, RELAY_KEY, (row) =>
    stepOf(row, job) < step ? { ...row, [job]: step } : undefined,
  );
}

/**
 * Hands an event to the queue, which may be busy: then the log says so under this name, and the daily run does what the event
 * was for.
 */
export async function pushOrLog(
  engine: Engine,
  message: JobMessage,
  seconds: number,
  notQueued: `${string}-not-queued`,
): Promise<void> {
  try {
    await engine.queue.push(message, seconds);
  } catch (error) {
    engine.log(notQueued, { kind: kindOfError(error) });
  }
}

/** Whether a later event goes on with the duty already, so that this one came twice or late. One without a step begins. */
export async function isOvertaken(
  engine: Engine,
  duty: RelayedDuty,
  step: number | undefined,
): Promise<boolean> {
  return step !== undefined && step < stepOf(await readRelay(engine), duty);
}

const stepOf = (row: Relay, duty: RelayedDuty): number => row[duty] ?? 0;

const readRelay = async (engine: Engine): Promise<Relay> =>
  (await engine.store.get(RELAY, RELAY_KEY)) ?? engine.store.putIfAbsent(RELAY, RELAY_KEY, { version: 1 });
