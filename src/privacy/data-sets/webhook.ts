import type { DataSet } from '../../storage/data-set';

/** How a call of the webhook ended that was signed with a valid key. Others leave nothing behind. */
export const CALL_OUTCOMES = ['accepted', 'duplicate', 'bad-request', 'try-later'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Two keys, so that one is valid beside the other while senders change over. */
export const KEY_SLOTS = ['webhook-key-one', 'webhook-key-two'] as const;
export type KeySlot = (typeof KEY_SLOTS)[number];

export interface ValidKey {
  slot: KeySlot;
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
}

export const WEBHOOK_KEY = 'webhook';
export const MOST_CALLS = 50;

const nobody = 'dpv:NonPersonalData' as const;
const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;
const instant = { kind: 'instant' } as const;

export const WEBHOOK: DataSet<Webhook> = {
  name: 'webhook',
  place: 'entity',
  key: [['name', { kind: 'one-of', values: [WEBHOOK_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'How often it was written' },
    enabled: { value: { kind: 'boolean' }, category: nobody, what: 'Whether it takes calls' },
    changedAt: { value: instant, category: nobody, what: 'When it was enabled, disabled or given a new key' },
    keys: {
      value: {
        kind: 'list',
        of: {
          slot: { kind: 'one-of', values: KEY_SLOTS },
          id: { kind: 'token' },
          since: instant,
          minuteFrom: instant,
          calls: count,
        },
        optional: { endsAt: instant },
        most: KEY_SLOTS.length,
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
  },
  indexes: [],
  about: 'nobody',
  title: 'Webhook',
  what: 'Whether systems of your organisation may announce closed accounts and requests, and their last calls.',
  purpose: 'To take announcements from authorised systems only.',
  lawfulBasis: 'legal-obligation',
  retention: { words: `Kept while the app is installed; of the calls, the last ${MOST_CALLS}.` },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};

/** A key that calls are signed with. It counts only while the webhook lists its ID. */
export interface WebhookSecret {
  id: string;
  key: string;
}

export const WEBHOOK_SECRET: DataSet<WebhookSecret> = {
  name: 'webhook-secret',
  place: 'secret',
  key: [['name', { kind: 'one-of', values: KEY_SLOTS }]],
  fields: {
    id: { value: { kind: 'token' }, category: nobody, what: 'A random ID of the key' },
    key: { value: { kind: 'digest' }, category: nobody, what: 'A random key' },
  },
  indexes: [],
  about: 'nobody',
  title: 'Keys of the webhook',
  what: 'Random keys with which systems of your organisation sign what they announce.',
  purpose: 'To take announcements from authorised systems only.',
  lawfulBasis: 'legal-obligation',
  retention: {
    words: 'Overwritten when the webhook is disabled, and replaced when an administrator renews them.',
  },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};

/** That a request of the outside was taken, under a keyed digest of its ID: it is taken once. */
export interface TakenRequest {
  /** Stands for the call that took it. */
  claim: string;
  begunAt: string;
  endsAt: string;
  /** Whether it was handed to the queue; until then the same request may be sent again. */
  accepted: boolean;
}

/** Days for which a request ID is remembered: much longer than a signature is valid. */
export const TAKEN_DAYS = 30;

export const TAKEN_REQUEST: DataSet<TakenRequest> = {
  name: 'webhook-request',
  place: 'entity',
  key: [['digest', { kind: 'digest' }]],
  fields: {
    claim: { value: { kind: 'token' }, category: nobody, what: 'Which call took it' },
    begunAt: { value: instant, category: nobody, what: 'When it came' },
    endsAt: { value: instant, category: nobody, what: 'When it is forgotten' },
    accepted: { value: { kind: 'boolean' }, category: nobody, what: 'Whether it was taken on' },
  },
  indexes: [{ name: 'endsAt', partition: [], range: 'endsAt' }],
  about: 'nobody',
  title: 'Requests taken by the webhook',
  what: 'Keyed digests of the request IDs that other systems sent; they name no account.',
  purpose: 'So that nothing that was sent before is carried out again.',
  lawfulBasis: 'legal-obligation',
  retention: {
    fixed: { days: 0, index: 'endsAt', partitions: [[]] },
    words: `Deleted ${TAKEN_DAYS} days after the request came.`,
  },
  erasure: { effect: 'keep', words: 'It says nothing about anyone, and it ends by date.' },
  exported: false,
};
