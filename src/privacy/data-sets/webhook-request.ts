import { instant, type DataSet } from '../../storage/data-set';

const request = 'pd:PrivacyPreference' as const;

/** That a request of the outside was taken, under a keyed digest of its ID: it is taken once. */
export interface TakenRequest {
  version: number;
  /** Stands for the call that took it. */
  claim: string;
  begunAt: string;
  endsAt: string;
  /** Whether it was handed to the queue; until then the same request may be sent again. */
  accepted: boolean;
  /** What of it is still to be carried out, and since when it waits: as long as it does, the row stays. */
  waiting?: Waiting[];
  waitingSince?: string;
}

/** Something announced about an account, under a digest that differs from call to call. */
export interface Waiting {
  what: Announcement;
  digest: string;
}

/** What a call hands in: names of OpenDSR for the request, Atlassian's report form for the accounts. */
export const REQUEST_TYPES = ['access', 'erasure', 'portability'] as const;
export const STATUSES = ['closed', 'updated'] as const;
export const ANNOUNCEMENTS = [...REQUEST_TYPES, ...STATUSES] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** Accounts that one call may name. */
export const MOST_ACCOUNTS = 500;

/** Days for which a request ID is remembered: much longer than a signature is valid. */
export const TAKEN_DAYS = 30;

export const TAKEN_REQUEST: DataSet<TakenRequest> = {
  name: 'webhook-request',
  place: 'entity',
  key: [['digest', { kind: 'digest' }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: request,
      what: 'data.times-changed',
    },
    claim: {
      value: { kind: 'token' },
      exportedAs: 'nothing',
      category: request,
      what: 'data.webhook-request-claim',
    },
    begunAt: { value: instant, category: request, what: 'data.webhook-request-begun-at' },
    endsAt: { value: instant, category: request, what: 'data.webhook-request-ends-at' },
    accepted: { value: { kind: 'boolean' }, category: request, what: 'data.webhook-request-accepted' },
    waiting: {
      value: {
        kind: 'list',
        of: { what: { kind: 'one-of', values: ANNOUNCEMENTS }, digest: { kind: 'digest' } },
        most: MOST_ACCOUNTS,
      },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'data.webhook-request-waiting',
    },
    waitingSince: {
      value: instant,
      optional: true,
      category: request,
      what: 'data.webhook-request-waiting-since',
    },
  },
  indexes: [
    { name: 'endsAt', partition: [], range: 'endsAt' },
    { name: 'waitingSince', partition: [], range: 'waitingSince' },
  ],
  about: 'pseudonym',
  foundByDigest: {
    by: 'lists',
    index: 'waitingSince',
    range: 'waitingSince',
    list: 'waiting',
    member: 'digest',
    salt: 'claim',
  },
  title: 'data.webhook-request-title',
  what: 'data.webhook-request-what',
  purpose: 'data.webhook-request-purpose',
  usedFor: ['requests', 'departures'],
  retention: {
    fixed: {
      days: 0,
      index: 'endsAt',
      partitions: [[]],
      unless: { field: 'waiting' },
      why: 'data.webhook-request-why',
    },
    words: 'data.webhook-request-retention',
    values: { days: TAKEN_DAYS },
  },
  erasure: {
    effect: 'keep',
    words: 'data.webhook-request-erasure',
  },
  exported: true,
};
