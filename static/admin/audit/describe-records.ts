/** `Time entries: 12, Totals by day: 3`; a data set without a title goes by its name. */
export function describeRecords(
  records: Record<string, number>,
  titles: ReadonlyMap<string, string>,
  locale: string,
): string {
  return Object.entries(records)
    .map(([dataSet, count]) => `${titles.get(dataSet) ?? dataSet}: ${count.toLocaleString(locale)}`)
    .join(', ');
}
