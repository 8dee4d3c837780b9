interface WithWeek {
  getWeekInfo?: () => { firstDay: number };
}

const MONDAY = 1;

/** The weekday with which weeks begin in this language and region, 0 for Sunday to 6; Monday where the browser cannot say. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as WithWeek;
  // The browser counts Sunday as 7.
  return (known.getWeekInfo?.().firstDay ?? MONDAY) % 7;
}
