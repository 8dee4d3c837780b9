import type { DataSet } from '../../storage/data-set';
import { ACCESS_REASONS, type AccessReason } from './audit';

/** How a call of the webhook ended that was signed with a valid key. Others leave nothing behind. */
const CALL_OUTCOMES = ['accepted', 'duplicate', 'bad-request', 'try-later'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Two keys at most, so that one is valid beside the other while senders change over. */
const MOST_KEYS = 2;

export interface ValidKey {
  /** From it and the stored secret the key is made. */
  id: string;
  since: string;
  /** Until when the older of two keys is valid. */
  endsAt?: string;
  /** The minute in which `calls` were signed with it. */
  minuteFrom: string;
  calls: number;
}

export interface WebhookCall {
  at: string;
  outcome: CallOutcome;
  accounts: number;
}

/** Whether the webhook is on, with which keys, and who called last. There is no row before it is first enabled. */
export interface Webhook {
  version: number;
  enabled: boolean;
  changedAt: string;
  keys: ValidKey[];
  calls: WebhookCall[];
  /** Days after which an account announced as closed is erased on the webhook's word; never where it is missing. */
  erasesAfterDays?: number;
  /** Of so many people at most on one day (UTC). */
  mostErasedADay?: number;
  /** The last day on which people were erased on its word, and how many. */
  erasedOn?: string;
  erasedCount?: number;
  /** Of so many people at most its word restricts the use of the data on one day (UTC). */
  mostRestrictedADay?: number;
  /** The last day on which that was so of people, and of how many. */
  restrictedOn?: string;
  restrictedCount?: number;
  /** When administrators undid what it did, the last time first. */
  undos?: Undo[];
}

/** That what the webhook did is undone, by when its calls came: all of it, or since a moment, up to when it was asked for. */
export interface Undo {
  askedAt: string;
  since?: string;
  reason: AccessReason;
  /** People of whom something was undone, and requests that were withdrawn. */
  people: number;
  requests: number;
  /** When nothing was found any more. */
  endedAt?: string;
}

/** Acts of undoing that are remembered: more than anybody asks for before the first of them has ended. */
export const MOST_UNDOS = 20;

/**
 * Limits of erasing on the webhook's word. A week at least: by then Atlassian itself was asked about the account once,
 * and an administrator had time to look.
 */
export const ERASES_AFTER_DAYS = { least: 7, most: 365 } as const;
export const MOST_ERASED_A_DAY = { least: 1, most: 100 } as const;
/** People whom its word may restrict on one day: what leaves an organisation then, and not everybody. */
export const MOST_RESTRICTED_A_DAY = { least: 1, standard: 50, most: 10_000 } as const;

export const WEBHOOK_KEY = 'webhook';
export const MOST_CALLS = 50;

const nobody = 'dpv:NonPersonalData' as const;
const request = 'pd:PrivacyPreference' as const;
const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;
const instant = { kind: 'instant' } as const;

export const WEBHOOK: DataSet<Webhook> = {
  name: 'webhook',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [WEBHOOK_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'How often it was written' },
    enabled: { value: { kind: 'boolean' }, category: nobody, what: 'Whether it takes calls' },
    changedAt: { value: instant, category: nobody, what: 'When it was enabled, disabled or given a new key' },
    keys: {
      value: {
        kind: 'list',
        of: { id: { kind: 'token' }, since: instant, minuteFrom: instant, calls: count },
        optional: { endsAt: instant },
        most: MOST_KEYS,
      },
      category: nobody,
      what: 'Which keys are valid, until when, and how often each was used within a minute',
    },
    calls: {
      value: {
        kind: 'list',
        of: { at: instant, outcome: { kind: 'one-of', values: CALL_OUTCOMES }, accounts: count },
        most: MOST_CALLS,
      },
      category: nobody,
      what: 'When it was last called, how that ended, and how many accounts were named',
    },
    erasesAfterDays: {
      value: { kind: 'integer', min: ERASES_AFTER_DAYS.least, max: ERASES_AFTER_DAYS.most },
      optional: true,
      category: nobody,
      what: 'After how many days an account that it announced as closed is erased',
    },
    mostErasedADay: {
      value: { kind: 'integer', min: MOST_ERASED_A_DAY.least, max: MOST_ERASED_A_DAY.most },
      optional: true,
      category: nobody,
      what: 'How many people are erased that way on one day at most',
    },
    erasedOn: {
      value: { kind: 'day' },
      optional: true,
      category: nobody,
      what: 'The last day on which people were erased that way',
    },
    erasedCount: { value: count, optional: true, category: nobody, what: 'How many people that were' },
    mostRestrictedADay: {
      value: { kind: 'integer', min: MOST_RESTRICTED_A_DAY.least, max: MOST_RESTRICTED_A_DAY.most },
      optional: true,
      category: nobody,
      what: 'Of how many people at most it may restrict the use of the data on one day',
    },
    restrictedOn: {
      value: { kind: 'day' },
      optional: true,
      category: nobody,
      what: 'The last day on which it restricted the use of data',
    },
    restrictedCount: {
      value: count,
      optional: true,
      category: nobody,
      what: 'Of how many people that was the data',
    },
    undos: {
      value: {
        kind: 'list',
        of: {
          askedAt: instant,
          reason: { kind: 'one-of', values: ACCESS_REASONS },
          people: count,
          requests: count,
        },
        optional: { since: instant, endedAt: instant },
        most: MOST_UNDOS,
      },
      optional: true,
      category: nobody,
      what: 'When administrators had what it did undone, since when and why, of how many people, and how many requests',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'Webhook',
  what: 'Whether systems of your organisation may announce closed accounts and requests, and their last calls.',
  purpose: 'To take announcements from authorised systems only.',
  retention: { words: `Kept while the app is installed; of the calls, the last ${MOST_CALLS}.` },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};

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
    version: { value: count, category: request, what: 'How often it changed' },
    claim: { value: { kind: 'token' }, category: request, what: 'The code of the call that brought it' },
    begunAt: { value: instant, category: request, what: 'When it came' },
    endsAt: { value: instant, category: request, what: 'When it is deleted' },
    accepted: { value: { kind: 'boolean' }, category: request, what: 'Whether the app accepted it' },
    waiting: {
      value: {
        kind: 'list',
        of: { what: { kind: 'one-of', values: ANNOUNCEMENTS }, digest: { kind: 'digest' } },
        most: MOST_ACCOUNTS,
      },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'What is still to be processed, with codes made from the account IDs',
    },
    waitingSince: { value: instant, optional: true, category: request, what: 'Since when it waits' },
  },
  indexes: [
    { name: 'endsAt', partition: [], range: 'endsAt' },
    { name: 'waitingSince', partition: [], range: 'waitingSince' },
  ],
  about: 'pseudonym',
  title: 'Messages of other systems',
  what: 'Codes made from the request IDs that other systems of your organisation sent. Until the app processes a request, also codes made from the account IDs in it.',
  purpose: 'To process each message once, and only once.',
  usedFor: ['requests', 'departures'],
  retention: {
    fixed: { days: 0, index: 'endsAt', partitions: [[]], unless: { field: 'waiting' } },
    words: `Codes made from account IDs are deleted when the app processes the message, usually within minutes. The rest is deleted ${TAKEN_DAYS} days later.`,
  },
  erasure: {
    effect: 'keep',
    words: 'It does not contain an account ID, and its codes differ from message to message.',
  },
  exported: false,
};
