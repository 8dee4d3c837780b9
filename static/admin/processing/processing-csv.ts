import type { ProcessingRecord } from '../../../src/contract';
import { plainTable, toCsv } from '../../shared/export/csv';

const columns = [
  { name: 'activity', what: 'The processing activity' },
  { name: 'purpose', what: 'Why it is done' },
  { name: 'lawfulBasis', what: 'What allows it' },
  { name: 'dataSubjects', what: 'Whose data it is' },
  { name: 'categories', what: 'Categories of personal data' },
  { name: 'retention', what: 'How long it is kept' },
  { name: 'securityMeasures', what: 'How it is protected' },
  { name: 'controller', what: 'Who decides on it' },
  { name: 'processor', what: 'Who does it on behalf of the controller' },
  { name: 'recipients', what: 'Who else gets the data' },
  { name: 'transfers', what: 'Transfers to third countries' },
];

/** One line for each activity, each complete in itself, so that it can be pasted into a record kept elsewhere. */
export function toProcessingCsv(record: ProcessingRecord, locale: string): string {
  const { activities, controller, processor, recipients, transfers } = record;
  const records = activities.map((activity) => ({
    activity: activity.name,
    purpose: activity.purpose,
    lawfulBasis: activity.lawfulBasis,
    dataSubjects: activity.dataSubjects,
    categories: activity.categories.join('; '),
    retention: activity.retention.join('; '),
    securityMeasures: activity.securityMeasures.join('; '),
    controller,
    processor: `${processor.name}, ${processor.contact}`,
    recipients: recipients.join('; '),
    transfers,
  }));
  return toCsv(plainTable({ columns, records }), locale);
}
