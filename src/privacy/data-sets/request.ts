import { instant, type DataSet } from '../../storage/data-set';

/** What can be asked for: the names of OpenDSR where it has one (`access`, `portability`, `erasure`). */
export const REQUEST_TYPES = [
  'access',
  'portability',
  'erasure',
  'correction',
  'restriction',
  'objection',
] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

/**
 * `open`: nobody has decided yet · `approved`: an erasure that is about to begin and takes the request along · `done`:
 * granted and carried out · `declined` · `withdrawn`: the person took it back, or an administrator what the webhook handed in.
 */
export const REQUEST_STATUSES = ['open', 'approved', 'done', 'declined', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/**
 * Why a request is declined: a closed list, from what GDPR art. 11(2), 12(5), 15(4), 17, 18(1), 20(1) and 21(1) leave room
 * for.
 */
export const DECLINE_REASONS = [
  'working-time-law',
  'other-legal-duty',
  'legal-claims',
  'rights-of-others',
  'compelling-grounds',
  'unfounded',
  'data-is-right',
  'still-needed',
  'no-ground',
  'nothing-to-correct',
  'cannot-identify',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Why an answer takes longer: the grounds that GDPR art. 12(3) knows. */
export const EXTENSION_REASONS = ['complex', 'many-requests'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

const REQUEST_MAKERS = ['webhook', 'administrator'] as const;
export type RequestMaker = (typeof REQUEST_MAKERS)[number];

/** How it was checked who asked by letter or otherwise outside of the app (GDPR art. 12(6)). */
export const IDENTITY_CHECKS = ['known-address', 'in-person', 'document', 'not-yet'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

/** What becomes of data to whose use somebody rightly objected. */
export const OBJECTION_OUTCOMES = ['erase', 'keep-for-claims'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/**
 * What a person asked their organisation for. The newest of each type stands under the type, and only that can be open. One
 * that was answered moves to its ID when the person asks again, so there are as many of those as administrators answered.
 */
export interface PrivacyRequest {
  accountId: string;
  type: RequestType;
  /** Tells this request from an earlier or later one of the same type. */
  id: string;
  status: RequestStatus;
  /** Where a system of the organisation handed it in, or an administrator entered it; missing where the person asked. */
  madeBy?: RequestMaker;
  /** How an administrator who entered it knows who asked. */
  identified?: IdentityCheck;
  receivedAt: string;
  /** The day of that where the person is, from which the time to answer counts; rows of earlier versions lack it. */
  receivedOn?: string;
  /** `instant#id`: the last instant (UTC) of the last day on which it is answered in time. */
  due: string;
  extendedAt?: string;
  extensionReason?: ExtensionReason;
  decidedAt?: string;
  /** Where an administrator withdrew what the webhook had handed in; missing where the person withdrew it. */
  withdrawnBy?: 'administrator';
  declineReason?: DeclineReason;
  /** Declined for a reason that ends: until when that holds. In rows of earlier versions with every reason. */
  keptUntil?: string;
  /** Since when it restricts the use until it is answered, where the person wanted that. */
  restrictedAt?: string;
  /** An objection that was granted, without an erasure: for what alone the data is kept. */
  keptFor?: 'legal-claims';
  /** Digest of what the person's browser made of the receipt code. */
  receiptHash?: string;
  /** A correction: the ID of the record, and what is right. Requests of version 0.1.0 name none. */
  record?: string;
  day?: string;
  seconds?: number;
}

const DAY_SECONDS = 86_400;

const own = 'pd:PrivacyPreference' as const;

export const REQUEST: DataSet<PrivacyRequest> = {
  name: 'request',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['type', { kind: 'one-of', values: REQUEST_TYPES }, 'id'],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'data.own-account-id',
    },
    type: { value: { kind: 'one-of', values: REQUEST_TYPES }, category: own, what: 'data.request-type' },
    id: { value: { kind: 'token' }, category: own, what: 'data.request-id' },
    status: {
      value: { kind: 'one-of', values: REQUEST_STATUSES },
      category: own,
      what: 'data.request-status',
    },
    madeBy: {
      value: { kind: 'one-of', values: REQUEST_MAKERS },
      optional: true,
      category: own,
      what: 'data.request-made-by',
    },
    identified: {
      value: { kind: 'one-of', values: IDENTITY_CHECKS },
      optional: true,
      category: own,
      what: 'data.request-identified',
    },
    restrictedAt: {
      value: instant,
      optional: true,
      category: own,
      what: 'data.request-restricted-at',
    },
    keptFor: {
      value: { kind: 'one-of', values: ['legal-claims'] },
      optional: true,
      category: own,
      what: 'data.request-kept-for',
    },
    receivedAt: { value: instant, category: own, what: 'data.request-received-at' },
    receivedOn: {
      value: { kind: 'day' },
      optional: true,
      category: own,
      what: 'data.request-received-on',
    },
    due: {
      value: { kind: 'joined', of: [instant, { kind: 'token' }] },
      category: own,
      exportedAs: { day: 'due' },
      what: 'data.request-due',
    },
    extendedAt: {
      value: instant,
      optional: true,
      category: own,
      what: 'data.request-extended-at',
    },
    extensionReason: {
      value: { kind: 'one-of', values: EXTENSION_REASONS },
      optional: true,
      category: own,
      what: 'data.request-extension-reason',
    },
    decidedAt: { value: instant, optional: true, category: own, what: 'data.request-decided-at' },
    withdrawnBy: {
      value: { kind: 'one-of', values: ['administrator'] },
      optional: true,
      category: own,
      what: 'data.request-withdrawn-by',
    },
    declineReason: {
      value: { kind: 'one-of', values: DECLINE_REASONS },
      optional: true,
      category: own,
      what: 'data.request-decline-reason',
    },
    keptUntil: {
      value: { kind: 'day' },
      optional: true,
      category: own,
      what: 'data.request-kept-until',
    },
    receiptHash: {
      value: { kind: 'digest' },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'data.request-receipt-hash',
    },
    record: {
      value: { kind: 'record-id' },
      optional: true,
      category: own,
      what: 'data.request-record',
    },
    day: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'data.request-day',
    },
    seconds: {
      value: { kind: 'integer', min: 1, max: DAY_SECONDS },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'data.request-seconds',
    },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'due' },
    { name: 'by-status', partition: ['status'], range: 'due' },
    { name: 'receivedAt', partition: [], range: 'receivedAt' },
    { name: 'by-maker', partition: ['madeBy'], range: 'receivedAt' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'due' },
  title: 'data.request-title',
  what: 'data.request-what',
  purpose: 'data.request-purpose',
  usedFor: ['requests', 'correction'],
  retention: {
    days: {
      standard: 1095,
      least: 365,
      most: 3650,
      from: 'receivedAt',
      why: 'data.request-why',
      // What it asks for still stands, and so does the restriction that it may have brought (GDPR art. 18).
      unless: { field: 'status', values: ['open', 'approved'] satisfies RequestStatus[] },
    },
    words: 'data.request-retention',
  },
  erasure: { effect: 'delete', words: 'data.deleted' },
  exported: true,
};
