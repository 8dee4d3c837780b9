import type { StoredFinding } from './data-sets';
import type { AssumptionId, Finding } from './assumptions';

/** Measured more than once in a check: the worst counts. */
const WORST: ReadonlySet<AssumptionId> = new Set(['written-listed', 'deleted-listed', 'first-call']);

/** What was found so far, with what is new. */
export function withFound(before: readonly StoredFinding[], found: readonly Finding[]): StoredFinding[] {
  const all = new Map(before.map((one) => [one.id, one]));
  for (const one of found) {
    const present = all.get(one.id);
    const isWorse = (present?.number ?? 0) > (one.number ?? 0);
    if (!(WORST.has(one.id) && isWorse)) all.set(one.id, one);
  }
  return [...all.values()];
}
