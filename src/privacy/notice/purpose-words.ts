import type { Purpose } from '../../storage/purposes';
import type { LegalBasis } from '../data-sets/legal-bases';

/** What data is used for. */
export const PURPOSE_WORDS: Record<Purpose, string> = {
  'time-recording': 'To record time on work items',
  requests: 'To answer what people ask about their data',
  correction: 'To correct wrong entries',
  'legal-duty': 'To meet a legal duty',
  incident: 'To look into a security incident',
  proof: 'To prove that people’s rights were respected (GDPR art. 5(2))',
  departures: 'To delete the data of people whose account is closed or who left',
  totals: 'To keep a rough figure of the work done, without saying who did it',
};

export const BASIS_WORDS: Record<LegalBasis, string> = {
  // Art. 6(1)(b) needs a contract with the person themselves; that of the provider with the organisation is none.
  contract: 'Your own contract with your organisation, for example of employment (GDPR art. 6(1)(b))',
  'legal-obligation': 'A law that your organisation has to follow (GDPR art. 6(1)(c))',
  'public-task':
    'A task in the public interest or official authority of your organisation (GDPR art. 6(1)(e))',
  'legitimate-interest': 'Legitimate interests of your organisation (GDPR art. 6(1)(f))',
};

export const NO_BASIS = 'Your organisation has not chosen a legal basis yet';

/** Which interest that is, where a purpose rests on legitimate interests (GDPR art. 13(1)(d)). */
export const INTEREST_WORDS: Record<Purpose, string> = {
  'time-recording': 'to know how much time work takes',
  requests: 'to answer people well and in time',
  correction: 'to have right entries',
  'legal-duty': 'to follow the law',
  incident: 'to find out what happened, and to protect people’s data',
  proof: 'to be able to show what was done with people’s data',
  departures: 'to delete data of closed accounts, and to be allowed to run the app on Atlassian’s platform',
  totals: 'to know roughly how much work was done, after it is forgotten who did it',
};
