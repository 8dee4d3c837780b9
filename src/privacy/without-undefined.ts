/** The row with what was set to `undefined` taken away, as it is stored. */
export function withoutUndefined<Row extends object>(row: {
  [Name in keyof Row]: Row[Name] | undefined;
}): Row {
  const present = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Row;
}
