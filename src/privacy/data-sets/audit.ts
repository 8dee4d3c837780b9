import type { DataSet } from '../../storage/data-set';
import { PURPOSES, type Purpose } from '../../storage/purposes';
import { AUDIT_REASONS, type AuditReason } from './reasons';
import { DECLINE_REASONS, REQUEST_TYPES, type DeclineReason, type RequestType } from './request';
import { SELF_ERASURES, LEGAL_BASES } from './settings';

export const AUDIT_EVENTS = [
  'entries-viewed',
  'entries-deleted',
  'entries-corrected',
  'data-exported',
  'erasure-previewed',
  'erasure-asked',
  'erasure-stuck',
  'erasure-retried',
  'erasure-done',
  'erasure-records-missed',
  'erasure-confirmed',
  'erasure-reopened',
  'restriction-set',
  'restriction-lift-announced',
  'restriction-extended',
  'restriction-lifted',
  'entries-expired',
  'settings-changed',
  'settings-change-waits',
  'settings-change-taken-back',
  'request-opened',
  'request-withdrawn',
  'request-approved',
  'request-declined',
  'request-extended',
  'announced-closed',
  'announcement-dismissed',
  'webhook-undo-asked',
  'webhook-undone',
  'came-back',
  'accounts-listed',
  'administrator-named',
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** `system`: the app by itself; `webhook`: as a system of the organisation announced it. */
export const AUDIT_ROLES = ['person', 'administrator', 'atlassian', 'system', 'webhook'] as const;
export type AuditRole = (typeof AUDIT_ROLES)[number];

/** What administrators set: the names of the fields of the form. */
const SETTING_NAMES = [
  'retentionDays',
  'selfErasure',
  'removedDays',
  'keepTotals',
  'webhook',
  'webhookSecret',
  'webhookRestricts',
  'webhookErasesAfter',
  'webhookErasesMost',
  'controllerPage',
  'basis',
] as const;
const SETTING_CHOICES = [...SELF_ERASURES, 'yes', 'no', ...LEGAL_BASES, 'not-chosen'] as const;
export type SettingChoice = (typeof SETTING_CHOICES)[number];

/**
 * What became of a setting: a number of days or people from `before` to `after`, a choice that `was` and `is`, or the ID
 * of a work item.
 */
export interface SettingChange {
  setting: (typeof SETTING_NAMES)[number];
  /** Of which records, where it is a period. */
  dataSet?: string;
  /** For which one, where it is a legal basis. */
  purpose?: Purpose;
  before?: number;
  after?: number;
  was?: SettingChoice;
  is?: SettingChoice;
  /** Of the work item that it was, and is. */
  wasId?: string;
  isId?: string;
}

/** One line of the audit log: what happened, by which role, to which token. It names nobody. */
export interface AuditLine {
  event: AuditEvent;
  role: AuditRole;
  /** Which administrator did it: a token that leads to them by a row of their own (`administrator.ts`). Older lines have none. */
  by?: string;
  subject?: string;
  reason?: AuditReason;
  /** Of a request: what was asked for, and why it was declined. */
  request?: RequestType;
  declineReason?: DeclineReason;
  records?: Record<string, number>;
  /** Of the settings. */
  changes?: SettingChange[];
  /** `instant#token`, as the key: unique, and in the order of time. */
  position: string;
}

/** Days for which a line is kept: at least as long as anybody needs to notice what was done, at most as claims last. */
const AUDIT_DAYS = { standard: 365, least: 90, most: 1095 } as const;

const days = { kind: 'integer', min: 0, max: 36_500 } as const;
const choice = { kind: 'one-of', values: SETTING_CHOICES } as const;
const place = [{ kind: 'instant' }, { kind: 'token' }] as const;

export const AUDIT: DataSet<AuditLine> = {
  name: 'audit',
  place: 'entity',
  key: [
    ['at', place[0]],
    ['line', place[1]],
  ],
  fields: {
    event: {
      value: { kind: 'one-of', values: AUDIT_EVENTS },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-event',
    },
    role: {
      value: { kind: 'one-of', values: AUDIT_ROLES },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-role',
    },
    by: {
      value: { kind: 'token' },
      optional: true,
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.audit-by',
    },
    subject: {
      value: { kind: 'token' },
      optional: true,
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.audit-subject',
    },
    reason: {
      value: { kind: 'one-of', values: AUDIT_REASONS },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-reason',
    },
    request: {
      value: { kind: 'one-of', values: REQUEST_TYPES },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-request',
    },
    declineReason: {
      value: { kind: 'one-of', values: DECLINE_REASONS },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-decline-reason',
    },
    records: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-records',
    },
    changes: {
      value: {
        kind: 'list',
        of: { setting: { kind: 'one-of', values: SETTING_NAMES } },
        optional: {
          dataSet: { kind: 'data-set' },
          purpose: { kind: 'one-of', values: PURPOSES },
          before: days,
          after: days,
          was: choice,
          is: choice,
          wasId: { kind: 'jira-id' },
          isId: { kind: 'jira-id' },
        },
        most: 30,
      },
      optional: true,
      exportedAs: 'nothing',
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-changes',
    },
    position: {
      value: { kind: 'joined', of: place },
      exportedAs: { day: 'day' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.audit-position',
    },
  },
  indexes: [
    { name: 'by-subject', partition: ['subject'], range: 'position' },
    { name: 'position', partition: [], range: 'position' },
  ],
  about: 'pseudonym',
  foundByToken: { index: 'by-subject', range: 'position' },
  title: 'data.audit-title',
  what: 'data.audit-what',
  purpose: 'data.audit-purpose',
  usedFor: ['proof', 'incident'],
  retention: {
    fixed: {
      days: AUDIT_DAYS.standard,
      within: { least: AUDIT_DAYS.least, most: AUDIT_DAYS.most },
      index: 'position',
      partitions: [[]],
      why: 'data.audit-why',
    },
    words: 'data.audit-retention',
  },
  erasure: {
    effect: 'keep',
    words: 'data.audit-erasure',
  },
  exported: true,
};
