import { nobody, instant, count, type DataSet } from '../../storage/data-set';
import type { Ref } from '../../storage/store';
import { ACCESS_REASONS, type AccessReason } from './reasons';

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
  /** What its word is to erase from an instant on, which can be taken back until then. */
  erasesWaiting?: WaitingErasing[];
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

/** A change of what its word may erase that erases more than before: it waits a day. */
export interface WaitingErasing {
  from: string;
  afterDays: number;
  mostADay: number;
}

/** That what the webhook did is undone, by when its calls came: all of it, or since a moment, up to when it was asked for. */
export interface Undo {
  askedAt: string;
  since?: string;
  reason: AccessReason;
  /** Which administrator asked for it, as their lines of the audit log have it. */
  by?: string;
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

const afterDays = {
  kind: 'integer',
  min: ERASES_AFTER_DAYS.least,
  max: ERASES_AFTER_DAYS.most,
} as const;
const mostADay = { kind: 'integer', min: MOST_ERASED_A_DAY.least, max: MOST_ERASED_A_DAY.most } as const;

export const WEBHOOK: DataSet<Webhook> = {
  name: 'webhook',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [WEBHOOK_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    enabled: { value: { kind: 'boolean' }, category: nobody, what: 'data.webhook-enabled' },
    changedAt: { value: instant, category: nobody, what: 'data.webhook-changed-at' },
    keys: {
      value: {
        kind: 'list',
        of: { id: { kind: 'token' }, since: instant, minuteFrom: instant, calls: count },
        optional: { endsAt: instant },
        most: MOST_KEYS,
      },
      category: nobody,
      what: 'data.webhook-keys',
    },
    calls: {
      value: {
        kind: 'list',
        of: { at: instant, outcome: { kind: 'one-of', values: CALL_OUTCOMES }, accounts: count },
        most: MOST_CALLS,
      },
      category: nobody,
      what: 'data.webhook-calls',
    },
    erasesAfterDays: {
      value: afterDays,
      optional: true,
      category: nobody,
      what: 'data.webhook-erases-after',
    },
    mostErasedADay: {
      value: mostADay,
      optional: true,
      category: nobody,
      what: 'data.webhook-most-erased',
    },
    erasesWaiting: {
      value: { kind: 'list', of: { from: instant, afterDays, mostADay }, most: 1 },
      optional: true,
      category: nobody,
      what: 'data.webhook-erases-waiting',
    },
    erasedOn: {
      value: { kind: 'day' },
      optional: true,
      category: nobody,
      what: 'data.webhook-erased-on',
    },
    erasedCount: { value: count, optional: true, category: nobody, what: 'data.webhook-erased-count' },
    mostRestrictedADay: {
      value: { kind: 'integer', min: MOST_RESTRICTED_A_DAY.least, max: MOST_RESTRICTED_A_DAY.most },
      optional: true,
      category: nobody,
      what: 'data.webhook-most-restricted',
    },
    restrictedOn: {
      value: { kind: 'day' },
      optional: true,
      category: nobody,
      what: 'data.webhook-restricted-on',
    },
    restrictedCount: {
      value: count,
      optional: true,
      category: nobody,
      what: 'data.webhook-restricted-count',
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
        optional: { since: instant, endedAt: instant, by: { kind: 'token' } },
        most: MOST_UNDOS,
      },
      optional: true,
      category: nobody,
      what: 'data.webhook-undos',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.webhook-title',
  what: 'data.webhook-what',
  purpose: 'data.webhook-purpose',
  retention: { words: 'data.webhook-retention', values: { calls: MOST_CALLS } },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};

/** The place of the row, to be read together with other records. */
export const WEBHOOK_REF: Ref<Webhook> = { dataSet: WEBHOOK, key: WEBHOOK_KEY };

/**
 * Each key of the webhook is made from this secret and the ID that the webhook's row lists. So one row alone says which keys
 * are valid, and two administrators at once cannot leave a key without its secret.
 */
interface WebhookSecret {
  key: string;
}

export const WEBHOOK_SECRET_KEY = 'webhook-key';

export const WEBHOOK_SECRET: DataSet<WebhookSecret> = {
  name: 'webhook-secret',
  place: 'secret',
  key: [['name', { kind: 'one-of', values: [WEBHOOK_SECRET_KEY] }]],
  fields: {
    key: { value: { kind: 'digest' }, category: nobody, what: 'data.random-key' },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.webhook-secret-title',
  what: 'data.webhook-secret-what',
  purpose: 'data.webhook-purpose',
  retention: {
    words: 'data.webhook-secret-retention',
  },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
