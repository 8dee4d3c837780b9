import { ownKey, type DataSet, type Field } from '../../storage/data-set';
import type { Ref } from '../../storage/store';
import { NOTICE_LANGUAGES, type NoticeLanguage } from './languages';
import { ACCESS_REASONS, type AccessReason } from './reasons';

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
  /** Whether no counted record is left: then the registration goes too, a day after `changedAt` (`EMPTY_DAYS`). */
  empty: boolean;
  changedAt: string;
  /** Key of the cohort row in which the person stands. */
  cohort: string;
  noticeVersion?: string;
  noticeAt?: string;
  noticeLanguage?: NoticeLanguage;
  restrictedAt?: string;
  restrictedBy?: RestrictedBy;
  /** The reason that an administrator gave, where they restrict it. */
  restrictedFor?: AccessReason;
  /** Where that is a legal duty: the day on which somebody is to look at whether it still holds. */
  reviewOn?: string;
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
const RESTRICTED_BY = ['person', 'administrator', 'atlassian', 'webhook'] as const;
export type RestrictedBy = (typeof RESTRICTED_BY)[number];

const accountId: Field = {
  value: { kind: 'account-id' },
  category: 'pd:UID',
  what: 'data.own-account-id',
};

/** Days after which the registration of someone without records is erased by the daily run. */
export const EMPTY_DAYS = 1;

export const PERSON: DataSet<Person> = {
  name: 'person',
  place: 'entity',
  key: [['accountId', { kind: 'account-id' }]],
  fields: {
    accountId,
    epoch: {
      value: { kind: 'token' },
      category: 'dpv:PseudonymisedData',
      what: 'data.person-epoch',
    },
    token: {
      value: { kind: 'token' },
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.person-token',
    },
    registeredAt: {
      value: { kind: 'instant' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.person-registered-at',
    },
  },
  indexes: [],
  about: 'person',
  found: { by: 'key' },
  title: 'data.person-title',
  what: 'data.person-what',
  purpose: 'data.person-purpose',
  usedFor: ['requests'],
  retention: { words: 'data.registration-retention' },
  erasure: { effect: 'delete', words: 'data.person-erasure' },
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
      what: 'data.standing-version',
    },
    counts: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.standing-counts',
    },
    empty: {
      value: { kind: 'boolean' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.standing-empty',
    },
    changedAt: {
      value: { kind: 'instant' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.standing-changed-at',
    },
    cohort: {
      value: { kind: 'integer-text' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.standing-cohort',
    },
    noticeVersion: {
      value: { kind: 'digest' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.standing-notice-version',
    },
    noticeAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.standing-notice-at',
    },
    noticeLanguage: {
      value: { kind: 'one-of', values: NOTICE_LANGUAGES },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.standing-notice-language',
    },
    restrictedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restricted-since',
    },
    restrictedBy: {
      value: { kind: 'one-of', values: RESTRICTED_BY },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restricted-by',
    },
    restrictedFor: {
      value: { kind: 'one-of', values: ACCESS_REASONS },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restricted-for',
    },
    reviewOn: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restriction-review',
    },
    ownRestrictedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restricted-by-you-since',
    },
    liftableFrom: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.restriction-liftable-from',
    },
    removedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.left-site-at',
    },
    announcedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.announced-closed-at',
    },
    erasureAskedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: 'pd:PrivacyPreference',
      what: 'data.erasure-passed-on-at',
    },
    takenBackOn: {
      value: { kind: 'day' },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.taken-back-on',
    },
    takenBack: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.taken-back-times',
    },
  },
  indexes: [
    { name: 'by-emptiness', partition: ['empty'], range: 'changedAt' },
    { name: 'removedAt', partition: [], range: 'removedAt' },
    { name: 'announcedAt', partition: [], range: 'announcedAt' },
    { name: 'erasureAskedAt', partition: [], range: 'erasureAskedAt' },
    { name: 'reviewOn', partition: [], range: 'reviewOn' },
    { name: 'restrictedFor', partition: ['restrictedFor'], range: 'restrictedAt' },
  ],
  about: 'person',
  found: { by: 'key' },
  title: 'data.standing-title',
  what: 'data.standing-what',
  purpose: 'data.standing-purpose',
  usedFor: ['requests'],
  retention: { words: 'data.registration-retention' },
  erasure: { effect: 'delete', words: 'data.standing-erasure' },
  exported: true,
};

/** The place of a person's standing row. */
export const standingRef = (accountId: string): Ref<Standing> => ({
  dataSet: STANDING,
  key: ownKey(STANDING, accountId),
});
