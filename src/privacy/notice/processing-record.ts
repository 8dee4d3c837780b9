import type { ProcessingRecord } from '../../contract';
import type { DataMap, DataSet } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';
import type { Purpose } from '../../storage/purposes';
import type { LegalBasis } from '../data-sets/legal-bases';
import type { Settings } from '../data-sets/settings';
import { basisOf, usedPurposes } from '../settings/settings';
import { basisIn, describeSet } from './describe';
import { PURPOSE_WORDS } from './purpose-words';
import {
  ACTIVITY_WORDS,
  CONTROLLER,
  MEASURES,
  NO_PAGE,
  RECIPIENTS,
  SUBJECTS,
  TRANSFERS,
} from './record-words';
import { VENDOR } from './words';

type Activity = ProcessingRecord['activities'][number];

/** A purpose that data is used for under the settings in force. */
interface Use {
  purpose: Purpose;
  sets: readonly DataSet[];
}

/** The record of processing activities (GDPR art. 30), one for each purpose: also as JSON-LD with terms of DPV 2. */
export function processingRecordOf(map: DataMap, settings: Settings, generatedAt: string): ProcessingRecord {
  const uses = usesIn(map, settings);
  const page = settings.controllerPage;
  const record = {
    generatedAt,
    controller: page === undefined ? `${CONTROLLER}. ${NO_PAGE}` : CONTROLLER,
    ...(page !== undefined && { controllerPage: page }),
    processor: { ...VENDOR },
    recipients: RECIPIENTS,
    transfers: TRANSFERS,
    activities: uses.map((use) => activityOf(use, settings)),
  };
  return {
    ...record,
    jsonLd: toJsonLd(
      record,
      uses.map(({ purpose }) => basisOf(settings, purpose)),
    ),
  };
}

const usesIn = (map: DataMap, settings: Settings): Use[] =>
  usedPurposes(settings)
    .map((purpose) => ({ purpose, sets: map.filter(({ usedFor }) => usedFor?.includes(purpose)) }))
    .filter(({ sets }) => sets.length > 0);

function activityOf({ purpose, sets }: Use, settings: Settings): Activity {
  const { name, done } = ACTIVITY_WORDS[purpose];
  return {
    name,
    purpose: `${PURPOSE_WORDS[purpose]}. ${done}`,
    lawfulBasis: basisIn(settings, purpose),
    dataSubjects: SUBJECTS,
    categories: categoriesOf(sets),
    retention: sets.map((set) => `${set.title}: ${describeSet(set, settings).retention}`),
    securityMeasures: MEASURES,
  };
}

const categoriesOf = (sets: readonly DataSet[]): string[] => [
  ...new Set(sets.flatMap(fieldsOf).map(([, { category }]) => category)),
];

const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
};

const DPV_BASES: Record<LegalBasis, string> = {
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'public-task': 'eu-gdpr:A6-1-e',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
};

/** A record of processing in terms of the W3C Data Privacy Vocabulary (DPV 2), with the basis of each activity in order, or none where none is chosen. */
function toJsonLd(
  record: Omit<ProcessingRecord, 'jsonLd'>,
  bases: ReadonlyArray<LegalBasis | undefined>,
): object {
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

function toProcess(activity: Activity, basis: LegalBasis | undefined): object {
  return {
    '@type': 'dpv:Process',
    'dct:title': activity.name,
    'dpv:hasPurpose': described('dpv:Purpose', activity.purpose),
    'dpv:hasLegalBasis': {
      ...(basis ? { '@id': DPV_BASES[basis] } : { '@type': 'dpv:LegalBasis' }),
      'dct:description': activity.lawfulBasis,
    },
    'dpv:hasDataSubject': described('dpv:DataSubject', activity.dataSubjects),
    'dpv:hasPersonalData': activity.categories.map((category) => ({ '@id': category })),
    'dpv:hasStorageCondition': activity.retention.map((words) => described('dpv:StorageDuration', words)),
    'dpv:hasTechnicalOrganisationalMeasure': activity.securityMeasures.map((measure) =>
      described('dpv:TechnicalOrganisationalMeasure', measure),
    ),
  };
}

const described = (type: string, words: string): object => ({ '@type': type, 'dct:description': words });
