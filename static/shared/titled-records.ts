interface TitledRecords {
  name: string;
  /** A data set without a title goes by its name. */
  title: string;
  count: number;
}

/** Counts by data set under their titles, in the order in which the notice and every other page name them. */
export function titledRecords(
  records: Record<string, number>,
  titles: ReadonlyMap<string, string>,
): TitledRecords[] {
  const order = [...titles.keys()];
  const place = (name: string): number => (titles.has(name) ? order.indexOf(name) : order.length);
  return Object.entries(records)
    .map(([name, count]) => ({ name, title: titles.get(name) ?? name, count }))
    .sort((one, other) => place(one.name) - place(other.name));
}
