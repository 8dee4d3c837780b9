import { LocalForgeError } from './errors';
import { realNow } from './runtime/realm-date';
import { realTimeout } from './runtime/realm-timers';
import { createWaits, type Hand } from './runtime/waits';
import type { Table } from './state';

/** Drives `Clock`: what is due is delivered in order while time moves. */
export interface Agenda {
  /** The earliest instant at which something is due, if anything is. */
  nextDueAt(): number | undefined;
  /** Resolves when nothing is being delivered any more; what a delivery threw is its caller's. */
  atRest(): Promise<void>;
  /** Delivers what is due first, once. */
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
  /** Waits so long beside whatever else waits; on a clock that ticks, really. Moving the clock waits for the end of it. */
  wait(ms: number): Promise<void>;
  readonly ticking: boolean;
}

interface ClockOptions {
  startAt?: number | undefined;
  ticking: boolean;
  agenda: Agenda;
  /** Keeps how far the clock was moved, so that a restart does not turn it back. */
  kept: Table<number>;
}

/** The clock, with what keeps its place at the end. */
export interface KeptClock extends Clock {
  keep(): void;
}

export function createClock({ startAt, ticking, agenda, kept }: ClockOptions): KeptClock {
  const hand = startHand(firstInstant(startAt, ticking, kept), ticking);
  const waits = createWaits(hand);
  const keep = (): void => kept.set(ticking ? 'ahead' : 'now', hand.now() - (ticking ? realNow() : 0));
  const moveTo = async (target: number, deliver: boolean): Promise<void> => {
    await waits.atRest();
    const before = hand.now();
    // What is being delivered belongs to the time before, and may leave something due on the way.
    if (deliver) await agenda.atRest();
    for (
      let due = agenda.nextDueAt();
      deliver && due !== undefined && due <= target;
      due = agenda.nextDueAt()
    ) {
      hand.moveTo(Math.max(due, hand.now()));
      await agenda.deliver(hand.now());
    }
    hand.moveTo(Math.max(target, hand.now()));
    if (target > before) keep();
  };
  return {
    ticking,
    keep,
    now: () => Math.floor(hand.now()),
    advance: async (ms, { deliver = true } = {}) => {
      if (!(ms >= 0)) throw new LocalForgeError(`The clock cannot go back (${ms} ms asked).`);
      await moveTo(hand.now() + ms, deliver);
    },
    set: async (instant, { deliver = true } = {}) => {
      const behind = Math.floor(hand.now()) - instant;
      if (behind > 0) throw new LocalForgeError(`The clock cannot go back (${behind} ms asked).`);
      await moveTo(instant, deliver);
    },
    pass: (ms) => {
      if (!ticking) hand.moveTo(hand.now() + ms);
    },
    wait: (ms) => (ticking ? new Promise((resolve) => void realTimeout(resolve, ms)) : waits.wait(ms)),
  };
}

/** Where the clock was left, or later where it is told to start later. */
function firstInstant(startAt: number | undefined, ticking: boolean, kept: Table<number>): number {
  const place = kept.get(ticking ? 'ahead' : 'now');
  if (place === undefined) return startAt ?? realNow();
  return Math.max(startAt ?? realNow(), ticking ? realNow() + place : place);
}

function startHand(startAt: number, ticking: boolean): Hand {
  if (!ticking) {
    let instant = startAt;
    return {
      now: () => instant,
      moveTo: (next) => {
        instant = next;
      },
    };
  }
  let ahead = startAt - realNow();
  return {
    now: () => realNow() + ahead,
    moveTo: (next) => {
      ahead = Math.max(ahead, next - realNow());
    },
  };
}
