import type { Purpose } from '../../storage/purposes';

export type { Purpose };

/** Legal bases of GDPR art. 6(1): (b), (c), (e) and (f). Consent is none here: staff can hardly refuse it (recital 43). */
export const LEGAL_BASES = ['contract', 'legal-obligation', 'public-task', 'legitimate-interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

const DUTY = ['legal-obligation', 'public-task', 'legitimate-interest'] as const;
const INTEREST = ['legitimate-interest', 'public-task'] as const;

/**
 * Which bases a purpose may rest on. Telling Atlassian which accounts are held is a duty by contract with Atlassian, and
 * art. 6(3) wants one by law; and nobody's contract of employment needs a rough figure of what has expired.
 */
export const BASES_OF: Record<Purpose, readonly LegalBasis[]> = {
  'time-recording': LEGAL_BASES,
  requests: DUTY,
  correction: DUTY,
  'legal-duty': ['legal-obligation', 'public-task'],
  incident: DUTY,
  proof: DUTY,
  departures: INTEREST,
  totals: INTEREST,
};
