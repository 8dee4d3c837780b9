import type { ProcessingRecord } from '../../contract';
import type { DataMap, DataSet } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';
import type { Settings } from '../data-sets/settings';
import { describeSet } from './describe';
import { VENDOR } from './words';
import { toJsonLd } from './processing-json-ld';

export interface Activity {
  name: string;
  purpose: string;
  lawfulBasis: string;
  dataSubjects: string;
  categories: string[];
  retention: string;
  securityMeasures: string[];
}

const CONTROLLER = 'The organisation that runs this Jira site';
const RECIPIENTS = ['Atlassian, as the platform on which the app runs and stores'];
const TRANSFERS =
  'None by the app. Where Atlassian stores follows the data residency that your organisation chose with Atlassian; ' +
  'Atlassian’s own transfers follow your agreement with Atlassian';
const SUBJECTS = 'People with an Atlassian account who log time on this Jira site';
const MEASURES = [
  'Storage accepts only values that the data map declares, and no free text',
  'Administrative functions check Jira’s ADMINISTER permission each time',
  'No connection to any address outside Atlassian',
  'Encrypted and backed up by Atlassian',
];

/** The record of processing activities (GDPR art. 30), derived from the data map: also as JSON-LD with terms of DPV 2. */
export function processingRecordOf(map: DataMap, settings: Settings, generatedAt: string): ProcessingRecord {
  const sets = map.filter(({ about }) => about !== 'nobody');
  const record = {
    generatedAt,
    controller: CONTROLLER,
    processor: { ...VENDOR },
    recipients: RECIPIENTS,
    transfers: TRANSFERS,
    activities: sets.map((set) => activityOf(set, settings)),
  };
  return {
    ...record,
    jsonLd: toJsonLd(
      record,
      sets.map(({ lawfulBasis }) => lawfulBasis),
    ),
  };
}

function activityOf(set: DataSet, settings: Settings): Activity {
  const { title, purpose, lawfulBasis, retention } = describeSet(set, settings);
  return {
    name: title,
    purpose,
    lawfulBasis,
    dataSubjects: SUBJECTS,
    categories: categoriesOf(set),
    retention,
    securityMeasures: MEASURES,
  };
}

function categoriesOf(set: DataSet): string[] {
  const personal = fieldsOf(set)
    .map(([, { category }]) => category)
    .filter((category) => category !== 'dpv:NonPersonalData');
  return [...new Set(personal)];
}
