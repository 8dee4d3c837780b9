import type { LegalBasis, Purpose } from '../../src/contract';
import type { Key } from './words/words';

/** What data is used for, as administrators choose a legal basis for it. */
export const purposeWords = {
  'time-recording': 'data.activity-time-recording',
  requests: 'data.activity-requests',
  correction: 'data.activity-correction',
  'legal-duty': 'data.activity-legal-duty',
  incident: 'data.activity-incident',
  proof: 'data.activity-proof',
  departures: 'data.activity-departures',
  totals: 'data.activity-totals',
} as const satisfies Record<Purpose, Key>;

export const basisWords = {
  contract: 'processing.contract',
  'legal-obligation': 'processing.legal-obligation',
  'public-task': 'processing.public-task',
  'legitimate-interest': 'processing.legitimate-interest',
} as const satisfies Record<LegalBasis, Key>;
