import { StorageRefusal } from './errors';
import { LIMITS, type Limit } from './limits';
import type { StorageSettings } from './types';

/** Counts up to a limit within a period that starts with its first use. */
class RateWindow {
  private startedAt = -Infinity;
  private used = 0;

  constructor(
    private readonly limit: Limit,
    private readonly periodMs: number,
  ) {}

  /** Takes units, or answers the refusal's sentence and takes none. */
  take(units: number, now: number): string | undefined {
    this.renew(now);
    const total = this.used + units;
    if (total > this.limit.value)
      return `${total} ${this.limit.unit} were asked; the limit is ${this.limit.value}.`;
    this.used = total;
    return undefined;
  }

  /** Counts what turned out only afterwards; it can exceed the limit once. */
  add(units: number, now: number): void {
    this.renew(now);
    this.used += units;
  }

  private renew(now: number): void {
    if (now >= this.startedAt && now < this.startedAt + this.periodMs) return;
    this.startedAt = now;
    this.used = 0;
  }
}

export function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / LIMITS.unitBytes.value));
}

/** The three rates of one installation. */
export class Rates {
  private readonly requests = new RateWindow(LIMITS.requestsPerSecond, 1000);
  private readonly reads = new RateWindow(LIMITS.readUnitsPerMinute, 60_000);
  private readonly writes = new RateWindow(LIMITS.writeUnitsPerMinute, 60_000);

  /** Admits a request of so many units, or refuses it with 429 before anything is done. */
  admit(kind: 'read' | 'write', units: number, now: number, settings: StorageSettings): void {
    if (settings.quotas === 'off') return;
    const window = kind === 'read' ? this.reads : this.writes;
    const refusal = this.requests.take(1, now) ?? window.take(units, now);
    if (refusal !== undefined) throw new StorageRefusal(settings.rateLimitCode, refusal);
  }

  /** Counts the rest of a read once its answer's size is known. */
  addReadUnits(units: number, now: number): void {
    if (units > 0) this.reads.add(units, now);
  }
}
