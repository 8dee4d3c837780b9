import type { ProcessingRecord } from '../../../src/contract';
import { categoryWords } from '../../shared/category-words';
import { toCsv } from '../../shared/export/csv';
import { headedTable } from '../headed-table';

const heads = {
  activity: 'processing.activity',
  purpose: 'processing.purpose',
  lawfulBasis: 'common.legal-basis',
  dataSubjects: 'processing.data-subjects',
  categories: 'processing.categories',
  retention: 'processing.retention',
  securityMeasures: 'processing.security-measures',
  controller: 'processing.controller',
  processor: 'processing.processor',
  recipients: 'processing.recipients',
  transfers: 'processing.transfers',
  noticeVersion: 'common.notice-version',
} as const;

/** One line for each activity, each complete in itself, so that it can be pasted into a record kept elsewhere. */
export function toProcessingCsv(record: ProcessingRecord, locale: string): string {
  const { activities, controller, processor, recipients, transfers } = record;
  const records = activities.map((activity) => ({
    activity: activity.name,
    purpose: activity.purpose,
    lawfulBasis: activity.lawfulBasis,
    dataSubjects: activity.dataSubjects,
    categories: inLines([...new Set(activity.categories.map(categoryWords))]),
    retention: inLines(activity.retention),
    securityMeasures: inLines(activity.securityMeasures),
    controller,
    processor: `${processor.name}, ${processor.contact}`,
    recipients: inLines(recipients),
    transfers,
    noticeVersion: record.noticeVersion,
  }));
  return toCsv(headedTable(heads, records), locale);
}

/** Each text on a line of its cell: they are sentences with marks of their own, in every language. */
const inLines = (texts: readonly string[]): string => texts.join('\n');
