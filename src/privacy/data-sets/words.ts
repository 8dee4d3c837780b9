/** A number of days as notices say it. */
export const inDays = (days: number): string => `${days.toLocaleString('en')} days`;
