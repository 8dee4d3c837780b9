import type {
  DeclineReason,
  ExtensionReason,
  IdentityCheck,
  ObjectionOutcome,
  RequestMaker,
  RequestStatus,
  RequestType,
} from '../../src/contract';
import type { Key } from './words/words';

/** What can be asked for, in words for who asks and for who decides. */
export const requestWords = {
  access: 'requests.access',
  portability: 'requests.portability',
  erasure: 'requests.deletion',
  correction: 'requests.correction',
  restriction: 'requests.restriction',
  objection: 'requests.objection',
} as const satisfies Record<RequestType, Key>;

export const statusWords = {
  open: 'requests.open',
  approved: 'requests.approved',
  done: 'requests.done',
  declined: 'requests.declined',
  withdrawn: 'requests.withdrawn',
} as const satisfies Record<RequestStatus, Key>;

/** The closed list of reasons for declining, as administrators choose and people read them. */
export const declineWords = {
  'working-time-law': 'requests.working-time-law',
  'other-legal-duty': 'requests.other-legal-duty',
  'legal-claims': 'requests.legal-claims',
  'rights-of-others': 'requests.rights-of-others',
  'compelling-grounds': 'requests.compelling-grounds',
  unfounded: 'requests.unfounded',
  'data-is-right': 'requests.data-is-right',
  'still-needed': 'requests.still-needed',
  'no-ground': 'requests.no-ground',
  'nothing-to-correct': 'requests.nothing-to-correct',
  'cannot-identify': 'requests.cannot-identify',
} as const satisfies Record<DeclineReason, Key>;

export const extensionWords = {
  complex: 'requests.complex',
  'many-requests': 'requests.many-requests',
} as const satisfies Record<ExtensionReason, Key>;

export const makerWords = {
  webhook: 'requests.by-webhook',
  administrator: 'requests.by-administrator',
} as const satisfies Record<RequestMaker, Key>;

/** How an administrator who enters a request knows who asks. */
export const identityWords = {
  'not-yet': 'requests.not-yet',
  'known-address': 'requests.known-address',
  'in-person': 'requests.in-person',
  document: 'requests.document',
} as const satisfies Record<IdentityCheck, Key>;

/** What becomes of the data when an objection is approved. */
export const outcomeWords = {
  erase: 'requests.delete-everything',
  'keep-for-claims': 'requests.keep-for-claims',
} as const satisfies Record<ObjectionOutcome, Key>;
