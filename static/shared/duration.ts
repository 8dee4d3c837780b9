/** Whole seconds as people write them in Jira: `1h 30m`. */
export function formatDuration(seconds: number, locale: string): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const inHours = `${hours.toLocaleString(locale)}h`;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? inHours : `${inHours} ${rest}m`;
}
