const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** As in "1 event" and "2 events". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How far the site's clock is ahead of this machine's, in hours within two days, else in days. */
export function aheadWords(aheadMs: number): string {
  if (aheadMs < HOUR_MS / 2) return 'Runs with your clock.';
  const inHours = aheadMs < 2 * DAY_MS;
  const count = Math.round(aheadMs / (inHours ? HOUR_MS : DAY_MS));
  return `About ${counted(count, inHours ? 'hour' : 'day')} ahead of your clock.`;
}
