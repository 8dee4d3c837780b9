import { titledRecords } from '../../shared/titled-records';
import { t } from '../../shared/words/words';

/** `Time entries: 12, Totals by day: 3`; a data set without a title goes by its name. */
export function describeRecords(
  records: Record<string, number>,
  titles: ReadonlyMap<string, string>,
): string {
  return titledRecords(records, titles)
    .map(({ title, count }) => t('erasure.records-of', { title, count }))
    .join(', ');
}
