import type { SettingsView } from '../../../src/contract';
import { wholeNumber } from './whole-number';

/** Days by data set, as they stand in the fields. */
export type TypedDays = Readonly<Record<string, string>>;

export const typedDays = ({ retention }: SettingsView): TypedDays =>
  Object.fromEntries(retention.map(({ dataSet, days }) => [dataSet, String(days)]));

/** The numbers that were typed. */
export const daysIn = (days: TypedDays): Record<string, number> =>
  Object.fromEntries(Object.entries(days).map(([name, text]) => [name, wholeNumber(text)]));
