import type { DataSet, Field } from '../../storage/data-set';
import { ACCESS_REASONS, type AccessReason } from './audit';

/** The live row: that a person has data here. It never changes; an erasure deletes it, and with it the epoch. */
export interface Person {
  accountId: string;
  /** Stands for this stay of the person: what an earlier stay caused can no longer be written. */
  epoch: string;
  /** Stands for the person in the audit log, and is kept nowhere else. */
  token: string;
  registeredAt: string;
}

/** What changes about a person. `version` makes every write about one person follow another. */
export interface Standing {
  accountId: string;
  version: number;
  /** Number of records by data set, changed in the transaction that adds or removes one. */
  counts: Record<string, number>;
  /** Whether no counted record is left: then the registration goes too, some days after `changedAt`. */
  empty: boolean;
  changedAt: string;
  /** Key of the cohort row in which the person stands. */
  cohort: string;
  noticeVersion?: string;
  noticeAt?: string;
  restrictedAt?: string;
  restrictedBy?: RestrictedBy;
  /** The reason that an administrator gave, where they restrict it. */
  restrictedFor?: AccessReason;
  /** Since when the person restricts it too, where somebody else does. */
  ownRestrictedAt?: string;
  /** From when an administrator may lift what the person restricts: they were told so. */
  liftableFrom?: string;
  /** When Jira said that the person was removed from the site. */
  removedAt?: string;
  /** When the webhook announced that the account was closed. */
  announcedAt?: string;
  /** When the webhook handed in a request to erase, as long as that is not answered. */
  erasureAskedAt?: string;
  /** The last day on which the person lifted a restriction or withdrew a request, and how often. */
  takenBackOn?: string;
  takenBack?: number;
}

/** `webhook`: a system of the organisation announced something through it. */
export const RESTRICTED_BY = ['person', 'administrator', 'atlassian', 'webhook'] as const;
export type RestrictedBy = (typeof RESTRICTED_BY)[number];

const accountId: Field = {
  value: { kind: 'account-id' },
  category: 'pd:UID',
  what: 'Your Atlassian account ID',
};

/** Days after which the registration of someone without records is erased by the daily run. */
export const EMPTY_DAYS = 1;

const untilErased =
  'Deleted within three days after your last record is gone and no restriction is in place.';

export const PERSON: DataSet<Person> = {
  name: 'person',
  place: 'entity',
  key: [['accountId', { kind: 'account-id' }]],
  fields: {
    accountId,
    epoch: {
      value: { kind: 'token' },
      category: 'dpv:PseudonymisedData',
      what: 'A random code, replaced if you delete everything, so that delayed changes cannot bring deleted data back',
    },
    token: {
      value: { kind: 'token' },
      withheld: 'whole',
      category: 'dpv:PseudonymisedData',
      what: 'A random code for you in the audit log',
    },
    registeredAt: {
      value: { kind: 'instant' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'When the app first stored something about you',
    },
  },
  indexes: [],
  about: 'person',
  found: { by: 'key' },
  title: 'Registration',
  what: 'That the app stores something about you, and since when.',
  purpose: 'To find, show, export and delete everything that is stored about you.',
  usedFor: ['requests'],
  retention: { words: untilErased },
  erasure: { effect: 'delete', words: 'Deleted first, so that nothing new can be stored about you.' },
  exported: true,
};

export const STANDING: DataSet<Standing> = {
  name: 'standing',
  place: 'entity',
  // Not the bare account ID: Forge takes each key once in a transaction, and may not tell entities apart in that.
  key: [
    ['row', { kind: 'one-of', values: ['standing'] }],
    ['accountId', { kind: 'account-id' }],
  ],
  fields: {
    accountId,
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'How often your records changed, so that changes stay in order',
    },
    counts: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'How many records of each kind are stored about you',
    },
    empty: {
      value: { kind: 'boolean' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'Whether no record is left',
    },
    changedAt: {
      value: { kind: 'instant' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'When a record or a choice of yours last changed',
    },
    cohort: {
      value: { kind: 'integer-text' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'Your reporting group',
    },
    noticeVersion: {
      value: { kind: 'digest' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'The version of the privacy notice that you acknowledged',
    },
    noticeAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'When you acknowledged it',
    },
    restrictedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'Since when the use of your data is restricted',
    },
    restrictedBy: {
      value: { kind: 'one-of', values: RESTRICTED_BY },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'Whether you, an administrator, Atlassian or a system of your organisation restricted it',
    },
    restrictedFor: {
      value: { kind: 'one-of', values: ACCESS_REASONS },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'Why an administrator restricted it, where one did',
    },
    ownRestrictedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'Since when you restrict it yourself, if somebody else does too',
    },
    liftableFrom: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'From when an administrator may lift your restriction, as you were told',
    },
    removedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'When Jira reported that you left this site',
    },
    announcedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'When a system of your organisation reported your account as closed',
    },
    erasureAskedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'When a system of your organisation passed on a request to delete your data that is not answered yet',
    },
    takenBackOn: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'The last day on which you lifted a restriction or withdrew a request',
    },
    takenBack: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'How often you did so on that day',
    },
  },
  indexes: [
    { name: 'by-emptiness', partition: ['empty'], range: 'changedAt' },
    { name: 'removedAt', partition: [], range: 'removedAt' },
    { name: 'announcedAt', partition: [], range: 'announcedAt' },
    { name: 'erasureAskedAt', partition: [], range: 'erasureAskedAt' },
  ],
  about: 'person',
  found: { by: 'key' },
  title: 'Choices and counts',
  what: 'What you chose here, such as a restriction or that you read the notice, and how many records are stored about you.',
  purpose: 'To respect your choices, and to check that an export or a deletion is complete.',
  usedFor: ['requests'],
  retention: { words: untilErased },
  erasure: { effect: 'delete', words: 'Deleted together with the registration.' },
  exported: true,
};
