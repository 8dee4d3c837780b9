import type { ProcessingRecord } from '../../contract';
import type { DataMap, DataSet, LawfulBasis } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';
import type { Settings } from '../data-sets/settings';
import { describeSet } from './describe';
import { VENDOR } from './words';

type Activity = ProcessingRecord['activities'][number];

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

const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
};

const DPV_BASES: Record<LawfulBasis, string> = {
  contract: 'eu-gdpr:A6-1-b',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
  'legal-obligation': 'eu-gdpr:A6-1-c',
};

/** A record of processing in terms of the W3C Data Privacy Vocabulary (DPV 2), with the basis of each activity in order. */
function toJsonLd(record: Omit<ProcessingRecord, 'jsonLd'>, bases: readonly LawfulBasis[]): object {
  const { generatedAt, controller, processor, recipients, transfers, activities } = record;
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ROPA',
    'dct:created': generatedAt,
    'dpv:hasDataController': described('dpv:DataController', controller),
    'dpv:hasDataProcessor': {
      '@type': 'dpv:DataProcessor',
      'dpv:hasName': processor.name,
      'dpv:hasContact': processor.contact,
    },
    'dpv:hasRecipient': recipients.map((recipient) => described('dpv:Recipient', recipient)),
    'dpv:hasStorageCondition': described('dpv:StorageLocation', transfers),
    'dpv:hasProcess': activities.map((activity, at) => toProcess(activity, bases[at])),
  };
}

function toProcess(activity: Activity, basis: LawfulBasis | undefined): object {
  return {
    '@type': 'dpv:Process',
    'dct:title': activity.name,
    'dpv:hasPurpose': described('dpv:Purpose', activity.purpose),
    ...(basis && {
      'dpv:hasLegalBasis': { '@id': DPV_BASES[basis], 'dct:description': activity.lawfulBasis },
    }),
    'dpv:hasDataSubject': described('dpv:DataSubject', activity.dataSubjects),
    'dpv:hasPersonalData': activity.categories.map((category) => ({ '@id': category })),
    'dpv:hasStorageCondition': described('dpv:StorageDuration', activity.retention),
    'dpv:hasTechnicalOrganisationalMeasure': activity.securityMeasures.map((measure) =>
      described('dpv:TechnicalOrganisationalMeasure', measure),
    ),
  };
}

const described = (type: string, words: string): object => ({ '@type': type, 'dct:description': words });
