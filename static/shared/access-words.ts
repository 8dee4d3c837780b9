import type { AccessReason, AuditEvent, AuditRow } from '../../src/contract';

/** The closed list of reasons for looking into someone else's data, as administrators choose and people read them. */
export const reasonWords: Record<AccessReason, string> = {
  'person-asked': 'The person asked for it',
  correction: 'To correct wrong entries',
  'left-organisation': 'The person left the organisation',
  'legal-duty': 'A legal duty',
  security: 'To look into a security incident',
  support: 'To help with a support request',
};

/** Those that may be given. Version 0.1.0 also knew `support`, which is no purpose of its own. */
export const givenReasons = (Object.keys(reasonWords) as AccessReason[]).filter(
  (reason) => reason !== 'support',
);

export const eventWords: Record<AuditEvent, string> = {
  'entries-viewed': 'Entries viewed',
  'entries-deleted': 'Entries deleted',
  'entries-corrected': 'Entries corrected',
  'data-exported': 'Data exported',
  'erasure-previewed': 'Looked at what an erasure would delete',
  'erasure-asked': 'Erasure asked for',
  'erasure-done': 'Erasure done',
  'erasure-records-missed': 'Erasure done, though fewer records were found than counted',
  'erasure-stuck': 'Erasure held up',
  'erasure-retried': 'Erasure tried again',
  'erasure-confirmed': 'Erasure confirmed by a full scan',
  'erasure-reopened': 'Record found by a full scan, erased again',
  'restriction-set': 'Processing restricted',
  'restriction-lift-announced': 'Lifting of the person’s restriction announced',
  'restriction-lifted': 'Restriction lifted',
  'entries-expired': 'Entries deleted at the end of their time',
  'settings-changed': 'Settings changed',
  'settings-change-waits': 'Change of settings asked for, in force a day later',
  'settings-change-taken-back': 'Waiting change of settings taken back',
  'request-opened': 'Request made',
  'request-withdrawn': 'Request withdrawn',
  'request-approved': 'Request approved',
  'request-declined': 'Request declined',
  'request-extended': 'Time to answer a request extended',
  'announced-closed': 'Account announced as closed',
  'came-back': 'Back on the site after a removal',
  'announcement-dismissed': 'Announcement of a closed account dismissed',
  'webhook-undo-asked': 'Undoing asked for of what the webhook did',
  'webhook-undone': 'What the webhook did was undone',
  'accounts-listed': 'Affected accounts listed',
};

export const roleWords: Record<AuditRow['role'], string> = {
  person: 'The person',
  administrator: 'An administrator',
  atlassian: 'Atlassian',
  system: 'The app itself',
  webhook: 'A system of the organisation, through the webhook',
};
