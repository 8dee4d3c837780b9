import type {
  DeclineReason,
  ExtensionReason,
  IdentityCheck,
  ObjectionOutcome,
  RequestMaker,
  RequestStatus,
  RequestType,
} from '../../src/contract';

/** What can be asked for, in words for who asks and for who decides. */
export const requestWords: Record<RequestType, string> = {
  access: 'Access to all data',
  portability: 'A copy in a portable form',
  erasure: 'Erasure of everything',
  correction: 'Correction',
  restriction: 'Restriction of use',
  objection: 'Objection to the use',
};

export const statusWords: Record<RequestStatus, string> = {
  open: 'Waiting for a decision',
  approved: 'Approved, being carried out',
  done: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

/** The closed list of reasons for declining, as administrators choose and people read them. */
export const declineWords: Record<DeclineReason, string> = {
  'working-time-law': 'Records of working time have to be kept by law',
  'other-legal-duty': 'Another law asks that it is kept',
  'legal-claims': 'It is needed for legal claims',
  'rights-of-others': 'It would harm the rights of others',
  'compelling-grounds': 'Compelling grounds weigh more than the objection',
  unfounded: 'The request is manifestly unfounded or excessive',
  'data-is-right': 'The data was checked and is right',
  'still-needed': 'The data is still needed for its purpose, and the law gives no ground to erase it',
  'no-ground': 'The conditions under which the law gives this right are not met',
  'nothing-to-correct': 'There is nothing left to correct',
  'cannot-identify': 'It could not be established who asks',
};

export const extensionWords: Record<ExtensionReason, string> = {
  complex: 'The request is complex',
  'many-requests': 'There are many requests',
};

export const makerWords: Record<RequestMaker, string> = {
  webhook: 'A system of your organisation',
  administrator: 'An administrator, who had it by letter or e-mail',
};

/** How an administrator who enters a request knows who asks. */
export const identityWords: Record<IdentityCheck, string> = {
  'not-yet': 'It is not established yet',
  'known-address': 'It came from an address of the person that we know',
  'in-person': 'The person asked in person',
  document: 'The person showed an official document',
};

/** What becomes of the data when an objection is approved. */
export const outcomeWords: Record<ObjectionOutcome, string> = {
  erase: 'Erase everything about the person, at once',
  'keep-for-claims': 'Keep it for legal claims alone, and do not use it otherwise',
};
