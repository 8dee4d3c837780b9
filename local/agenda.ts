import type { Agenda } from './clock';

/** Something that has things to do at instants: the queue, the schedule, what an uninstall leaves for later. */
export interface DueSource {
  nextDueAt(): number | undefined;
  /** Does once what is due at this instant. */
  deliverDue(now: number): Promise<void>;
}

/** One order of time for all sources; deliveries of two callers never overlap. */
export function createAgenda(sources: DueSource[]): Agenda {
  let running: Promise<void> = Promise.resolve();
  const earliest = (): DueSource | undefined => {
    const waiting = sources.filter((source) => source.nextDueAt() !== undefined);
    return waiting.sort((one, other) => (one.nextDueAt() ?? 0) - (other.nextDueAt() ?? 0))[0];
  };
  const deliverOnce = async (now: number): Promise<void> => {
    const source = earliest();
    if (source && (source.nextDueAt() ?? Infinity) <= now) await source.deliverDue(now);
  };
  return {
    nextDueAt: () => earliest()?.nextDueAt(),
    deliver: (now) => {
      running = running.then(
        () => deliverOnce(now),
        () => deliverOnce(now),
      );
      return running;
    },
  };
}
