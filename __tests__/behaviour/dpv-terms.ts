/** Namespaces of the W3C Data Privacy Vocabulary, its extensions, and DCMI Metadata Terms. */
export const VOCABULARIES = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
};

const CLASSES = [
  'DataController',
  'DataProcessor',
  'DataSubject',
  'LegalBasis',
  'NonPersonalData',
  'PrivacyNotice',
  'Process',
  'PseudonymisedData',
  'Purpose',
  'ROPA',
  'Recipient',
  'StorageDuration',
  'StorageLocation',
  'TechnicalOrganisationalMeasure',
];

const PROPERTIES = [
  'hasContact',
  'hasDataController',
  'hasDataProcessor',
  'hasDataSubject',
  'hasLegalBasis',
  'hasName',
  'hasNotice',
  'hasPersonalData',
  'hasProcess',
  'hasPurpose',
  'hasRecipient',
  'hasStorageCondition',
  'hasTechnicalOrganisationalMeasure',
];

/** Terms that DPV has in each of its versions 2.0 to 2.3, looked up by hand: the vocabulary has many more. */
export const DPV_TERMS: readonly string[] = [
  ...[...CLASSES, ...PROPERTIES].map((term) => `dpv:${term}`),
  ...['PrivacyPreference', 'ServiceConsumptionBehavior', 'UID', 'WorkHistory'].map((term) => `pd:${term}`),
  ...['A6-1-b', 'A6-1-c', 'A6-1-e', 'A6-1-f'].map((term) => `eu-gdpr:${term}`),
];
