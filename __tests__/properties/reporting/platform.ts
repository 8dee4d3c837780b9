import type { JobMessage } from '../../../src/privacy/engine';
import { StorageBusyError } from '../../../src/storage/failures';
import type { Fate } from '../../setup/memory-store';
import type { Ledger } from './ledger';
import { randomFrom, wrongOn, type Life } from './life';

const DAY_MS = 86_400_000;
const FUNCTION_MS = 900_000;
/** What people do themselves is a call of a page. */
const PAGE_CALL_MS = 25_000;

interface QueuedEvent {
  at: number;
  message: JobMessage;
}

class QueueBusyError extends Error {}

/** Time, invocations that may die, and a queue that may fail, deliver twice or not at all. */
export class Platform {
  readonly random: () => number;
  now: number;
  /** When something was last wrong, or will have been: nothing is held to a date before. */
  disturbedAt = 0;
  private events: QueuedEvent[] = [];
  private deadline = Infinity;
  private running = false;
  private struck = false;
  private die: () => void = () => undefined;

  constructor(
    private readonly life: Life,
    private readonly ledger: Ledger,
  ) {
    this.random = randomFrom(life.seed);
    this.now = life.startsAt;
  }

  get today(): number {
    return Math.floor((this.now - this.life.startsAt) / DAY_MS);
  }

  get remainingMs(): number {
    return this.running ? this.deadline - this.now : PAGE_CALL_MS;
  }

  pass(ms: number): void {
    this.now = Math.ceil(this.now + ms);
  }

  waitUntil(instant: number): void {
    this.now = Math.max(this.now, Math.ceil(instant));
  }

  disturb(until = this.now): void {
    this.struck = true;
    this.disturbedAt = Math.max(this.disturbedAt, until);
  }

  /** What befalls a call to storage; what people do themselves always works. */
  fate(): Fate {
    this.pass(5 + this.random() * 30);
    if (!this.running) return 'works';
    const { platform } = wrongOn(this.life, this.today);
    const first = this.random() < 0.5;
    if (platform.has('crashes') && this.random() < 0.05)
      return this.strike(first ? 'crash-before' : 'crash-after');
    if (platform.has('storage') && this.random() < 0.3) return this.strike(first ? 'busy' : 'lost-answer');
    return 'works';
  }

  private strike(fate: Fate): Fate {
    this.disturb();
    return fate;
  }

  /** A call of a function that dies: it never comes back. */
  dead(): Promise<never> {
    this.die();
    return new Promise(() => undefined);
  }

  push(message: JobMessage, delaySeconds: number): void {
    if (delaySeconds < 0 || delaySeconds > 900) this.ledger.problems.push(`a delay of ${delaySeconds} s`);
    const at = this.now + delaySeconds * 1000;
    const isBad = wrongOn(this.life, this.today).platform.has('queue');
    if (isBad && this.random() < 0.3) {
      this.disturb();
      throw new QueueBusyError();
    }
    this.events.push({ at, message });
    if (isBad && this.random() < 0.5) this.events.push({ at: at + this.random() * 600_000, message });
  }

  /** Delivers what is due until then; the consumer says when an event wants to come again. */
  async deliverUntil(
    until: number,
    consume: (message: JobMessage) => Promise<number | undefined>,
  ): Promise<void> {
    for (;;) {
      this.events.sort((one, other) => one.at - other.at);
      const [first] = this.events;
      if (!first || first.at > until || this.ledger.problems.length > 0) break;
      this.events.shift();
      this.waitUntil(first.at);
      await this.deliver(first, consume);
    }
    this.waitUntil(until);
  }

  private async deliver(event: QueuedEvent, consume: (message: JobMessage) => Promise<number | undefined>) {
    let again: number | undefined;
    const outcome = await this.invoke(async () => {
      again = await consume(event.message);
    });
    if (outcome === 'busy') again = this.now + 60_000;
    // Forge delivers an event again whose function died; now and then none is seen again.
    if (outcome === 'died' && this.random() < 0.8) again = this.now + 10_000 + this.random() * 600_000;
    if (again !== undefined) this.events.push({ ...event, at: again });
  }

  /** One invocation of a function: where it dies, nothing of it goes on. */
  async invoke(work: () => Promise<void>): Promise<'ended' | 'died' | 'busy'> {
    this.deadline = this.now + FUNCTION_MS;
    this.struck = false;
    this.running = true;
    const death = new Promise<'died'>((resolve) => {
      this.die = () => resolve('died');
    });
    const ended = work().then(
      () => 'ended' as const,
      (error: unknown) => error,
    );
    const outcome = await Promise.race([ended, death]);
    this.running = false;
    this.ledger.ended(this.struck);
    if (outcome === 'ended' || outcome === 'died') return outcome;
    if (outcome instanceof StorageBusyError || outcome instanceof QueueBusyError) return 'busy';
    this.ledger.problems.push(`a function threw ${String(outcome)}`);
    return 'ended';
  }
}
