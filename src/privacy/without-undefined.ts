/** The row with what was set to `undefined` taken away, as it is stored. */
export function withoutUndefined<Row extends object>(row: {
  [Name in keyof Row]: Row[Name] | undefined;
}): Row {
  const present = { ...row } as Record<string, unknown>;
  for (const [name, value] of Object.entries(present)) if (value === undefined) delete present[name];
  return present as unknown as Row;
}
