import type { ReportingView } from '../../../src/contract';
import { isFailure, type Failure } from '../../shared/failure';
import { wait } from '../../shared/wait';

const EVERY_MS = 1500;
const MOST_LOOKS = 30;

/**
 * Looks until a report that was asked for has ended, for the better part of a minute.
 * @returns how it stands then; nothing once `signal` is aborted
 */
export async function awaitReport(
  before: ReportingView,
  look: () => Promise<ReportingView | Failure>,
  signal: AbortSignal,
): Promise<ReportingView | Failure | undefined> {
  for (let looks = 1; ; looks += 1) {
    await wait(EVERY_MS, signal);
    if (signal.aborted) return undefined;
    const after = await look();
    if (isFailure(after) || hasEnded(before, after) || looks === MOST_LOOKS) return after;
  }
}

function hasEnded(before: ReportingView, after: ReportingView): boolean {
  if (after.running) return false;
  if (after.lastFailure?.at !== before.lastFailure?.at) return true;
  return after.lastAnswer?.at !== before.lastAnswer?.at && after.due.people === 0;
}
