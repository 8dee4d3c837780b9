import type { ProcessingRecord } from '../../contract';
import { fieldsOf, type DataMap, type DataSet } from '../../storage/data-set';
import type { Purpose } from '../../storage/purposes';
import { ADMINISTRATOR } from '../data-sets/administrator';
import { COHORT } from '../data-sets/cohort';
import { PERSON } from '../data-sets/registration';
import type { Settings, LegalBasis } from '../data-sets/settings';
import type { Say } from '../../words';
import { basisOf, usedPurposes } from '../settings/settings';
import { describeSet } from './describe';
import { VENDOR } from './words';

type Activity = ProcessingRecord['activities'][number];

/** A purpose that data is used for under the settings in force. */
interface Use {
  purpose: Purpose;
  sets: readonly DataSet[];
}

/** What is asked of a record of processing besides the settings, and how it speaks. */
interface Asked extends Pick<ProcessingRecord, 'generatedAt' | 'noticeVersion' | 'language'> {
  say: Say;
}

/**
 * The record of processing activities (GDPR art. 30), one for each purpose, about people in the third person, for who signs
 * it: also as JSON-LD with terms of DPV 2.
 */
export function processingRecordOf(
  map: DataMap,
  settings: Settings,
  { say, ...asked }: Asked,
): ProcessingRecord {
  const uses = usesIn(map, settings);
  const page = settings.controllerPage;
  const record = {
    ...asked,
    controller: say(page === undefined ? 'notice.record-controller-none' : 'notice.record-controller'),
    ...(page !== undefined && { controllerPage: page }),
    processor: { ...VENDOR },
    recipients: [say('notice.record-recipient-administrators'), say('notice.record-recipient-atlassian')],
    transfers: say('notice.record-transfers'),
    activities: uses.map((use) => activityOf(use, settings, say)),
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

function activityOf({ purpose, sets }: Use, settings: Settings, say: Say): Activity {
  return {
    name: say(`data.activity-${purpose}`),
    purpose: say('notice.record-purpose', {
      purpose: say(`data.purpose-${purpose}`),
      done: say(`notice.done-${purpose}`),
    }),
    lawfulBasis: say(`notice.record-basis-${basisOf(settings, purpose) ?? 'none'}`),
    dataSubjects: say(sets.some(isOfActing) ? 'notice.record-subjects-acting' : 'notice.record-subjects'),
    categories: categoriesOf(sets),
    retention: sets.map((set) => {
      const { title, retention } = describeSet(set, settings, say);
      return say('notice.record-kept', { title, retention });
    }),
    securityMeasures: MEASURES.map((measure) => say(measure)),
  };
}

/** Whoever acts as an administrator is registered and reported like people who log time, and has a row of their own. */
const isOfActing = ({ name }: DataSet): boolean =>
  [ADMINISTRATOR.name, PERSON.name, COHORT.name].includes(name);

const MEASURES = [
  'notice.record-measure-values',
  'notice.record-measure-administrators',
  'notice.record-measure-egress',
  'notice.record-measure-encryption',
] as const;

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
  const { generatedAt, language, noticeVersion, controller, processor, recipients, transfers, activities } =
    record;
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ROPA',
    'dct:created': generatedAt,
    'dct:language': language,
    'dpv:hasNotice': { '@type': 'dpv:PrivacyNotice', 'dct:identifier': noticeVersion },
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
