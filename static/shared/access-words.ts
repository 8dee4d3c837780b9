import type {
  AccessReason,
  ActorReason,
  AuditEvent,
  AuditReason,
  AuditRow,
  ErasureReason,
} from '../../src/contract';
import type { Key } from './words/words';

/** The closed list of reasons for using or erasing someone else's data, as administrators choose and people read them. */
export const reasonWords = {
  'person-asked': 'audit.reason-person-asked',
  correction: 'audit.reason-correction',
  'left-organisation': 'audit.reason-left-organisation',
  'no-longer-needed': 'audit.reason-no-longer-needed',
  unlawful: 'audit.reason-unlawful',
  'legal-duty': 'audit.reason-legal-duty',
  objection: 'audit.reason-objection',
  security: 'audit.reason-security',
  support: 'audit.reason-support',
} as const satisfies Record<AuditReason, Key>;

/** Those that may be given for everything but an erasure. Version 0.1.0 also knew `support`, which is no purpose of its own. */
export const givenReasons = [
  'person-asked',
  'correction',
  'left-organisation',
  'legal-duty',
  'security',
] as const satisfies readonly AccessReason[];

/** Those that may be given for an erasure, and for looking at what it would delete. */
export const erasureReasons = [
  'person-asked',
  'left-organisation',
  'no-longer-needed',
  'unlawful',
  'legal-duty',
  'objection',
] as const satisfies readonly ErasureReason[];

/** Those for asking which administrator acted. */
export const actorReasons = [
  'person-asked',
  'legal-duty',
  'security',
] as const satisfies readonly ActorReason[];

export const eventWords = {
  'entries-viewed': 'audit.entries-viewed',
  'entries-deleted': 'audit.entries-deleted',
  'entries-corrected': 'audit.entries-corrected',
  'data-exported': 'audit.data-exported',
  'erasure-previewed': 'audit.deletion-previewed',
  'erasure-asked': 'audit.deletion-asked',
  'erasure-done': 'audit.deletion-done',
  'erasure-records-missed': 'audit.deletion-records-missed',
  'erasure-stuck': 'audit.deletion-stuck',
  'erasure-retried': 'audit.deletion-retried',
  'erasure-confirmed': 'audit.deletion-confirmed',
  'erasure-reopened': 'audit.deletion-reopened',
  'restriction-set': 'audit.restriction-set',
  'restriction-lift-announced': 'audit.restriction-lift-announced',
  'restriction-extended': 'audit.restriction-extended',
  'restriction-lifted': 'audit.restriction-lifted',
  'entries-expired': 'audit.entries-expired',
  'settings-changed': 'audit.settings-changed',
  'settings-change-waits': 'audit.settings-change-waits',
  'settings-change-taken-back': 'audit.settings-change-taken-back',
  'request-opened': 'audit.request-opened',
  'request-withdrawn': 'audit.request-withdrawn',
  'request-approved': 'audit.request-approved',
  'request-declined': 'audit.request-declined',
  'request-extended': 'audit.request-extended',
  'announced-closed': 'audit.announced-closed',
  'came-back': 'audit.came-back',
  'announcement-dismissed': 'audit.announcement-dismissed',
  'webhook-undo-asked': 'audit.webhook-undo-asked',
  'webhook-undone': 'audit.webhook-undone',
  'accounts-listed': 'audit.accounts-listed',
  'administrator-named': 'audit.administrator-named',
} as const satisfies Record<AuditEvent, Key>;

export const roleWords = {
  person: 'audit.by-person',
  administrator: 'audit.by-administrator',
  atlassian: 'audit.by-atlassian',
  system: 'audit.by-system',
  webhook: 'audit.by-webhook',
} as const satisfies Record<AuditRow['role'], Key>;
