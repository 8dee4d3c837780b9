import type { LawfulBasis } from '../../storage/data-set';
import type { Activity } from './processing-record';
import type { ProcessingRecord } from '../../contract';

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
export function toJsonLd(record: Omit<ProcessingRecord, 'jsonLd'>, bases: readonly LawfulBasis[]): object {
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
