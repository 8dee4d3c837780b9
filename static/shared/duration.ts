/** Whole seconds as people write them in Jira: `1h 30m`. */
export function formatDuration(seconds: number, locale: string): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inHours = `${hours.toLocaleString(locale)}h`;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? inHours : `${inHours} ${rest}m`;
}

/** Seconds of `1h 30m`, `90m`, `1.5h`, `1:30` or `45` (minutes), for a hint while typing: the app's own word decides. */
export function readDuration(text: string): number | undefined {
  const compact = text.trim().toLowerCase();
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(compact);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  if (/^\d{1,4}$/.test(compact)) return Number(compact) * 60;
  const units = /^(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*h)?\s*(?:(\d{1,4})\s*m)?$/.exec(compact);
  if (!units || (units[1] === undefined && units[2] === undefined)) return undefined;
  const hours = Number((units[1] ?? '0').replace(',', '.'));
  return Math.round(hours * 3600) + Number(units[2] ?? '0') * 60;
}
