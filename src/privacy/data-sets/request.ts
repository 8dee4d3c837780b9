import type { DataSet } from '../../storage/data-set';
import { DECLINE_REASONS, type DeclineReason } from './decline-reasons';

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

/** What a person asked their organisation for. There is one of each type at most; a new one replaces a decided one. */
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

const instant = { kind: 'instant' } as const;
const own = 'pd:PrivacyPreference' as const;

export const REQUEST: DataSet<PrivacyRequest> = {
  name: 'request',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['type', { kind: 'one-of', values: REQUEST_TYPES }],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'Your Atlassian account ID',
    },
    type: { value: { kind: 'one-of', values: REQUEST_TYPES }, category: own, what: 'What you asked for' },
    id: { value: { kind: 'token' }, category: own, what: 'A random ID of the request' },
    status: {
      value: { kind: 'one-of', values: REQUEST_STATUSES },
      category: own,
      what: 'Whether it is open, and the decision',
    },
    madeBy: {
      value: { kind: 'one-of', values: REQUEST_MAKERS },
      optional: true,
      category: own,
      what: 'Whether a system of your organisation passed it on, or an administrator entered it',
    },
    identified: {
      value: { kind: 'one-of', values: IDENTITY_CHECKS },
      optional: true,
      category: own,
      what: 'How an administrator who entered it knows that it was you',
    },
    restrictedAt: {
      value: instant,
      optional: true,
      category: own,
      what: 'Since when the use of your data is restricted until it is answered, where you asked for that',
    },
    keptFor: {
      value: { kind: 'one-of', values: ['legal-claims'] },
      optional: true,
      category: own,
      what: 'After an objection was approved: the only use for which the data is stored',
    },
    receivedAt: { value: instant, category: own, what: 'When you asked' },
    receivedOn: {
      value: { kind: 'day' },
      optional: true,
      category: own,
      what: 'On which day that was, where you are',
    },
    due: {
      value: { kind: 'joined', of: [instant, { kind: 'token' }] },
      category: own,
      what: 'The day by which it has to be answered, and its ID',
    },
    extendedAt: {
      value: instant,
      optional: true,
      category: own,
      what: 'When an administrator said that the answer takes longer',
    },
    extensionReason: {
      value: { kind: 'one-of', values: EXTENSION_REASONS },
      optional: true,
      category: own,
      what: 'Why the answer takes longer',
    },
    decidedAt: { value: instant, optional: true, category: own, what: 'When it was decided or withdrawn' },
    withdrawnBy: {
      value: { kind: 'one-of', values: ['administrator'] },
      optional: true,
      category: own,
      what: 'Whether an administrator withdrew it, because the other system passed it on by mistake',
    },
    declineReason: {
      value: { kind: 'one-of', values: DECLINE_REASONS },
      optional: true,
      category: own,
      what: 'Why it was declined',
    },
    keptUntil: {
      value: { kind: 'day' },
      optional: true,
      category: own,
      what: 'The last day for which it was declined, where the reason ends',
    },
    receiptHash: {
      value: { kind: 'digest' },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'A code made from your receipt code, if you asked for a deletion',
    },
    record: {
      value: { kind: 'record-id' },
      optional: true,
      category: own,
      what: 'Which entry you asked to have corrected',
    },
    day: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'The day that you said is right',
    },
    seconds: {
      value: { kind: 'integer', min: 1, max: DAY_SECONDS },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'The time spent that you said is right, in seconds',
    },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'type' },
    { name: 'by-status', partition: ['status'], range: 'due' },
    { name: 'receivedAt', partition: [], range: 'receivedAt' },
    { name: 'by-maker', partition: ['madeBy'], range: 'receivedAt' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'type' },
  title: 'Privacy requests',
  what: 'What you asked the administrators to do with your data, and their answer.',
  purpose: 'To answer requests about personal data in time and to show the answer.',
  usedFor: ['requests', 'correction'],
  retention: {
    days: {
      standard: 1095,
      least: 365,
      most: 3650,
      from: 'receivedAt',
      // What it asks for still stands, and so does the restriction that it may have brought (GDPR art. 18).
      unless: { field: 'status', values: ['open', 'approved'] satisfies RequestStatus[] },
    },
    words:
      'The period begins when the request is received. A request without an answer stays. Administrators can change the period.',
  },
  erasure: { effect: 'delete', words: 'Deleted.' },
  exported: true,
};
