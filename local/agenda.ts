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
  const earliest = (): { source: DueSource; at: number } | undefined => {
    const waiting = sources.flatMap((source) => {
      const at = source.nextDueAt();
      return at === undefined ? [] : [{ source, at }];
    });
    return waiting.sort((one, other) => one.at - other.at)[0];
  };
  const deliverOnce = async (now: number): Promise<void> => {
    const due = earliest();
    if (due && due.at <= now) await due.source.deliverDue(now);
  };
  return {
    nextDueAt: () => earliest()?.at,
    atRest: () => running.catch(() => undefined),
    deliver: (now) => {
      running = running.then(
        () => deliverOnce(now),
        () => deliverOnce(now),
      );
      return running;
    },
  };
}
