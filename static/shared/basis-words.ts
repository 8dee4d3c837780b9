import type { LegalBasis, Purpose } from '../../src/contract';

/** What data is used for, as administrators choose a legal basis for it. */
export const purposeWords: Record<Purpose, string> = {
  'time-recording': 'Recording time',
  requests: 'Answering requests',
  correction: 'Correcting entries',
  'legal-duty': 'Meeting legal duties',
  incident: 'Looking into incidents',
  proof: 'Proving compliance',
  departures: 'Deleting data of people who left',
  totals: 'Time without names',
};

export const basisWords: Record<LegalBasis, string> = {
  contract: 'Contract with the person (6(1)(b))',
  'legal-obligation': 'Legal duty (6(1)(c))',
  'public-task': 'Public task (6(1)(e))',
  'legitimate-interest': 'Legitimate interests (6(1)(f))',
};
