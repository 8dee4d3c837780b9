import type { DataMap, DataSet } from '../storage/data-set';
import { fieldsOf } from '../storage/fields';
import type { Settings } from './data-sets/settings';
import { describeSet } from './notice/data-sets';
import { VENDOR } from './notice/words';

export interface ProcessingRecord {
  generatedAt: string;
  controller: string;
  processor: { name: string; contact: string };
  recipients: string[];
  activities: Activity[];
  jsonLd: object;
}

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
const SUBJECTS = 'People with an Atlassian account who log time on this Jira site';
const MEASURES = [
  'Storage accepts only values that the data map declares, and no free text',
  'Administrative functions check Jira’s ADMINISTER permission each time',
  'No connection to any address outside Atlassian',
  'Encrypted and backed up by Atlassian',
];

const DPV_TERMS = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
};

const DPV_BASES: Record<DataSet['lawfulBasis'], string> = {
  contract: 'eu-gdpr:A6-1-b',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
  'legal-obligation': 'eu-gdpr:A6-1-c',
};

/** The record of processing activities (GDPR art. 30), derived from the data map: also as JSON-LD with terms of DPV 2. */
export function processingRecordOf(map: DataMap, settings: Settings, generatedAt: string): ProcessingRecord {
  const sets = map.filter(({ about }) => about !== 'nobody');
  return {
    generatedAt,
    controller: CONTROLLER,
    processor: { ...VENDOR },
    recipients: RECIPIENTS,
    activities: sets.map((set) => activityOf(set, settings)),
    jsonLd: {
      '@context': DPV_TERMS,
      '@type': 'dpv:RecordOfDataProcessing',
      'dct:created': generatedAt,
      'dpv:hasDataProcessor': {
        '@type': 'dpv:DataProcessor',
        'dpv:hasName': VENDOR.name,
        'dpv:hasContact': VENDOR.contact,
      },
      'dpv:hasProcess': sets.map((set) => processOf(set, settings)),
    },
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

function processOf(set: DataSet, settings: Settings): object {
  return {
    '@type': 'dpv:Process',
    'dct:title': set.title,
    'dpv:hasPurpose': { '@type': 'dpv:Purpose', 'dct:description': set.purpose },
    'dpv:hasLegalBasis': { '@id': DPV_BASES[set.lawfulBasis] },
    'dpv:hasPersonalData': categoriesOf(set).map((category) => ({ '@id': category })),
    'dpv:hasStorageCondition': {
      '@type': 'dpv:StorageDuration',
      'dct:description': describeSet(set, settings).retention,
    },
  };
}

function categoriesOf(set: DataSet): string[] {
  const personal = fieldsOf(set)
    .map(([, { category }]) => category)
    .filter((category) => category !== 'dpv:NonPersonalData');
  return [...new Set(personal)];
}
