import type { JobView } from '../../../src/contract';

const longestWatchMs = 15 * 60_000;

/**
 * Milliseconds until the page asks again how a job stands, or `undefined` when it stops asking:
 * after the end, when the job is stuck, or after a quarter of an hour.
 */
export function nextLookMs(job: JobView, looks: number, watchedMs: number, now: number): number | undefined {
  // The first look is always taken: what the page knows may be old.
  if (looks === 0) return 0;
  if (job.state === 'done' || job.state === 'confirmed' || job.state === 'stuck') return undefined;
  if (watchedMs > longestWatchMs) return undefined;
  const growing = Math.min(10_000, 700 * 1.3 ** looks);
  if (job.continuesAt === undefined) return growing;
  const untilItGoesOn = new Date(job.continuesAt).getTime() - now + 500;
  return Math.min(30_000, Math.max(growing, untilItGoesOn));
}
