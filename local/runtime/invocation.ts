import type { Clock } from '../clock';
import type { InvocationFacts } from './facts';
import type { InvocationOutcome, InvocationRecord } from './records';

/** How an invocation ended before its function did. */
export interface Death {
  outcome: Exclude<InvocationOutcome, 'ok' | 'error'>;
  reason: string;
}

/** A function that has died gets no answer, ever: nothing after this await runs. */
export const never = new Promise<never>(() => undefined);

interface NewInvocation {
  facts: InvocationFacts;
  record: InvocationRecord;
  /** How many events led here, each pushed by the one before. */
  depth: number;
}

/** One run of a function: how far it is, what it used, and whether it may still reach the platform. */
export class Invocation {
  readonly facts: InvocationFacts;
  readonly record: InvocationRecord;
  readonly depth: number;
  readonly death: Promise<Death>;
  #state: 'running' | 'ended' | 'dead' = 'running';
  #spentMs = 0;
  #chargedTo = -Infinity;
  #die: (death: Death) => void = () => undefined;

  constructor({ facts, record, depth }: NewInvocation) {
    this.facts = facts;
    this.record = record;
    this.depth = depth;
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  get dead(): boolean {
    return this.#state === 'dead';
  }

  get spentMs(): number {
    return this.#spentMs;
  }

  get remainingMs(): number {
    return Math.max(0, this.facts.timeoutMs - this.#spentMs);
  }

  /** Charges time; a function that has used up its own ends here. */
  spend(ms: number): void {
    this.#spentMs += ms;
    if (this.#spentMs >= this.facts.timeoutMs) this.timeOut();
  }

  /**
   * Waits on the clock beside whatever else waits; what goes on at once is charged once. A function that dies meanwhile
   * never comes back.
   */
  async wait(clock: Clock, ms: number): Promise<void> {
    const from = Math.max(clock.now(), this.#chargedTo);
    await clock.wait(Math.min(ms, this.remainingMs));
    const to = clock.now();
    this.spend(Math.max(0, to - Math.max(from, this.#chargedTo)));
    this.#chargedTo = to;
    if (this.dead) await never;
  }

  timeOut(): void {
    const seconds = this.facts.timeoutMs / 1000;
    this.kill({
      outcome: 'timed-out',
      reason: `Function ${this.facts.functionKey} ran longer than its ${seconds} s.`,
    });
  }

  kill(death: Death): void {
    if (!this.running) return;
    this.#state = 'dead';
    this.#die(death);
  }

  end(): void {
    if (this.running) this.#state = 'ended';
  }
}
