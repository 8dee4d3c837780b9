import type { DataSet } from '../../storage/data-set';
import { PURPOSES, type Purpose } from '../../storage/purposes';
import { LEGAL_BASES } from './legal-bases';
import { DECLINE_REASONS, type DeclineReason } from './decline-reasons';
import { REQUEST_TYPES, type RequestType } from './request';
import { SELF_ERASURES } from './settings';
import { inDays } from './words';

const AUDIT_EVENTS = [
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
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** `system`: the app by itself; `webhook`: on the word of a system of the organisation. */
const AUDIT_ROLES = ['person', 'administrator', 'atlassian', 'system', 'webhook'] as const;
export type AuditRole = (typeof AUDIT_ROLES)[number];

/** Why an administrator looks into someone else's data, told to that person: a closed list of what a purpose allows. */
const REASON_PURPOSES = {
  'person-asked': 'requests',
  correction: 'correction',
  'left-organisation': 'departures',
  'legal-duty': 'legal-duty',
  security: 'incident',
} as const satisfies Record<string, Purpose>;
type GivenReason = keyof typeof REASON_PURPOSES;
/** The reasons that may be given. */
export const GIVEN_REASONS = Object.keys(REASON_PURPOSES) as GivenReason[];
/** Also those in lines of version 0.1.0: helping with a support request is no purpose of its own. */
export const ACCESS_REASONS = [...GIVEN_REASONS, 'support'] as const;
export type AccessReason = (typeof ACCESS_REASONS)[number];

/** Why everybody who has data here is listed. */
export const INCIDENT_REASONS = ['security'] as const satisfies readonly AccessReason[];
export type IncidentReason = (typeof INCIDENT_REASONS)[number];

/** What administrators set: the names of the fields of the form. */
const SETTING_NAMES = [
  'retentionDays',
  'selfErasure',
  'removedDays',
  'keepTotals',
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
  subject?: string;
  reason?: AccessReason;
  /** Of a request: what was asked for, and why it was declined. */
  request?: RequestType;
  declineReason?: DeclineReason;
  records?: Record<string, number>;
  /** Of the settings. */
  changes?: SettingChange[];
  /** `instant#token`, as the key: unique, and in the order of time. */
  position: string;
}

/** Days for which a line is kept. */
const AUDIT_DAYS = 365;

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
      what: 'What happened',
    },
    role: {
      value: { kind: 'one-of', values: AUDIT_ROLES },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'Who did it, by role',
    },
    subject: {
      value: { kind: 'token' },
      optional: true,
      withheld: 'whole',
      category: 'dpv:PseudonymisedData',
      what: 'A random code for you, which nothing links to you after a deletion',
    },
    reason: {
      value: { kind: 'one-of', values: ACCESS_REASONS },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'The reason an administrator gave',
    },
    request: {
      value: { kind: 'one-of', values: REQUEST_TYPES },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'What a request asked for',
    },
    declineReason: {
      value: { kind: 'one-of', values: DECLINE_REASONS },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'Why a request was declined',
    },
    records: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'How many records of each kind',
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
      withheld: 'whole',
      category: 'pd:ServiceConsumptionBehavior',
      what: 'Which settings an administrator changed, from what to what, in lines that are not about you',
    },
    position: {
      value: { kind: 'joined', of: place },
      withheld: 'time',
      category: 'pd:ServiceConsumptionBehavior',
      what: 'When it was, in exports only the day',
    },
  },
  indexes: [
    { name: 'by-subject', partition: ['subject'], range: 'position' },
    { name: 'position', partition: [], range: 'position' },
  ],
  about: 'pseudonym',
  foundByToken: { index: 'by-subject', range: 'position' },
  title: 'Audit log',
  what: 'Who viewed, exported, changed, deleted or restricted your data: the day, the role and the reason.',
  purpose: 'To prove what was done with personal data, and to show it to you.',
  usedFor: ['proof', 'incident'],
  retention: {
    fixed: { days: AUDIT_DAYS, index: 'position', partitions: [[]] },
    words: `Deleted after ${inDays(AUDIT_DAYS)}.`,
  },
  erasure: {
    effect: 'keep',
    words:
      'The code that links a line to you is deleted. Someone who remembers when your data was viewed could still recognise a line until it is deleted.',
  },
  exported: true,
};
