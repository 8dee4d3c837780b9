import type { Instant } from '../../../src/contract';

const dayMs = 86_400_000;

/** By how much a clock in the time zone is ahead of UTC at a moment. */
function aheadAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(moment / 60_000) * 60_000;
}

/**
 * The moment that a field `datetime-local` means in the viewer's time zone; nothing where it holds no time. Of two moments
 * at which a clock shows the same, in autumn, it is the first, so that nothing is left out.
 */
export function momentOf(typed: string, timeZone: string): Instant | undefined {
  const wanted = Date.parse(`${typed}Z`);
  if (Number.isNaN(wanted)) return undefined;
  const ahead = [wanted - dayMs, wanted + dayMs].map((near) => aheadAt(near, timeZone));
  const fitting = ahead.filter((by) => aheadAt(wanted - by, timeZone) === by);
  return new Date(wanted - Math.max(...(fitting.length > 0 ? fitting : ahead))).toISOString();
}
