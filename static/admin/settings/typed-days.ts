import type { SettingsView } from '../../../src/contract';

/** Days by data set, as they stand in the fields. */
export type TypedDays = Readonly<Record<string, string>>;

export const typedDays = ({ retention }: SettingsView): TypedDays =>
  Object.fromEntries(retention.map(({ dataSet, days }) => [dataSet, String(days)]));

/** The numbers that were typed; an empty field is 0, which no period may be, so that the app says what to correct. */
export const daysIn = (days: TypedDays): Record<string, number> =>
  Object.fromEntries(Object.entries(days).map(([name, text]) => [name, Number(text)]));
