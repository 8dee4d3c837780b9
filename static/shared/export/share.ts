/**
 * Forge grants a site 4,000 units of reading a minute, whoever reads; an export leaves more than half of them to everyone
 * else. A page's cost is known when it has come, so there is room for one more.
 */
export const MOST_UNITS = 1_900;
const MINUTE_MS = 60_000;

/** Keeps an export to its share of what Forge grants in any minute. */
export class Share {
  private spent: Array<{ at: number; units: number }> = [];

  constructor(private readonly now: () => number = () => performance.now()) {}

  spend(units: number): void {
    this.spent.push({ at: this.now(), units });
  }

  /** Milliseconds until another page that costs as much as the one before fits in. */
  waitMs(): number {
    const { units: next = 0 } = this.spent.at(-1) ?? {};
    const from = this.now() - MINUTE_MS;
    this.spent = this.spent.filter(({ at }) => at > from);
    let over = this.spent.reduce((sum, { units }) => sum + units, next) - MOST_UNITS;
    for (const { at, units } of this.spent) {
      if (over <= 0) return 0;
      over -= units;
      if (over <= 0) return at - from;
    }
    const last = this.spent.at(-1);
    return last && over > 0 ? last.at - from : 0;
  }
}
