/** Drives `Clock`: what is due is delivered in order while time moves. */
export interface Agenda {
  /** The earliest instant at which something is due, if anything is. */
  nextDueAt(): number | undefined;
  /** Delivers all that is due at this instant. */
  deliver(now: number): Promise<void>;
}

/** The local Forge's time, in epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Moves on; events and schedules that fall due meanwhile are delivered in order unless told not to. */
  advance(ms: number, options?: { deliver?: boolean }): Promise<void>;
  /** Moves to an instant, which may not be in the past. */
  set(instant: number, options?: { deliver?: boolean }): Promise<void>;
  /** Lets time go by without delivering anything, as a slow call does; nothing on a clock that ticks. */
  pass(ms: number): void;
  readonly ticking: boolean;
}
