import {
  CYCLES_KEY,
  MOST_CYCLES,
  REPORT_COUNTS,
  REPORTING_CYCLES,
  type ReportCounts,
  type Reporting,
  type ReportingCycle,
} from '../data-sets/reporting';
import type { Engine } from '../engine';
import { addSeconds, toInstant } from '../time';

/** Seconds after which Atlassian wants an account reported again, unless it says otherwise (user privacy guide). */
export const STANDARD_PERIOD_SECONDS = 7 * 24 * 3600;

/** The counts with more added; what is 0 is left out. */
export function plus(counts: ReportCounts, more: ReportCounts): ReportCounts {
  const sums = REPORT_COUNTS.map((name) => [name, (counts[name] ?? 0) + (more[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

/**
 * Puts the present cycle of the site to those before it once its time is over. It may run twice: the same cycle then
 * takes its own place again.
 */
export async function closeCycle(
  engine: Engine,
  { cycleFrom, counts, periodSeconds }: Reporting,
): Promise<{ cycleFrom?: string; counts: ReportCounts }> {
  const now = engine.now();
  if (toInstant(addSeconds(new Date(cycleFrom), periodSeconds)) > toInstant(now)) return { counts };
  const cycles = await pastCycles(engine);
  const others = cycles.filter(({ from }) => from !== cycleFrom);
  const ended = cycleOf({ cycleFrom, counts }, toInstant(now));
  await engine.store.put(REPORTING_CYCLES, CYCLES_KEY, { cycles: [...others, ended].slice(-MOST_CYCLES) });
  return { cycleFrom: toInstant(now), counts: {} };
}

export async function pastCycles(engine: Engine): Promise<ReportingCycle[]> {
  return (await engine.store.get(REPORTING_CYCLES, CYCLES_KEY))?.cycles ?? [];
}

/** A cycle with every count, also those that are 0. */
export function cycleOf(
  { cycleFrom, counts }: Pick<Reporting, 'cycleFrom' | 'counts'>,
  to: string,
): ReportingCycle {
  const all = REPORT_COUNTS.map((name) => [name, counts[name] ?? 0] as const);
  return { from: cycleFrom, to, ...Object.fromEntries(all) } as ReportingCycle;
}
