import type { AuditEvent, AuditLine, AuditRole } from '../privacy/data-sets/audit';
import type { NoticeLanguage } from '../privacy/data-sets/languages';
import type { AccessReason, ActorReason, AuditReason } from '../privacy/data-sets/reasons';
import type { AccountId, Counted, Day, Instant } from './basics';
import type { Restriction } from './held';
import type { WaitingSetting } from './requests';
import type { SiteAlarm } from './site-check';

/** Who has data, without how much: that is told for a reason only. */
export interface PersonRow {
  accountId: AccountId;
  /**
   * Stands for the person in the address of a page. It is a digest of the random value of their registration: it
   * names nobody, and ends with the registration.
   */
  handle: string;
  registeredAt: Instant;
  restricted: boolean;
  /** Since when and by which role, where it is. */
  restriction?: Restriction;
}

export interface PeoplePage {
  people: PersonRow[];
  next?: string;
}

/** Somebody about whom records are kept, for the list of those whom an incident concerns. */
export interface AffectedAccount {
  accountId: AccountId;
  /** Missing of somebody who is being erased: the registration goes first. */
  registeredAt?: Instant;
  /** Their number by data set; of somebody who is being erased, as it was before. */
  records: Record<string, number>;
  beingErased?: true;
}

export interface AffectedPage {
  accounts: AffectedAccount[];
  next?: string;
}

export type NoticeLack = 'controller' | 'legal-basis';

export interface Dashboard {
  people: number;
  /** There are more: they are being counted. */
  morePeople?: true;
  /** When they were counted, where that was not just now. */
  peopleAsOf?: Instant;
  noticeVersion: string;
  /** Up to 10 in each state. */
  runningErasures: Counted;
  stuckErasures: Counted;
  retentionDays: number;
  /** Changes of settings that wait to be in force. */
  waitingSettings: WaitingSetting[];
  /** Up to 12. */
  openRequests: Counted;
  /** Of those counted, which are due first: how many should have been answered. */
  overdueRequests: number;
  /** When the first of them is due. */
  nextDueOn?: Day;
  /** What the notice lacks, as the law wants it: who is responsible, and on which legal basis. */
  noticeLacks: NoticeLack[];
  /** What the last check of the site found that the app rests on otherwise. */
  siteAlarms: SiteAlarm[];
  /** Accounts that the webhook announced as closed and nobody has decided about, up to 10. */
  announced: Counted;
  /** Holds whose day of review has come, up to 10; of people who were just erased or released it may still count some. */
  holdsToReview: Counted;
  /** Between which days a hold can be reviewed next. */
  reviewDays: ReviewDays;
}

export interface ReviewDays {
  first: Day;
  /** What the form proposes. */
  standard: Day;
  last: Day;
}

/** Whose hold is to be reviewed, the one that has waited longest first. */
export interface HeldPerson {
  accountId: AccountId;
  reviewOn: Day;
}

export interface HeldPeople {
  held: HeldPerson[];
}

export interface OfPerson {
  accountId: AccountId;
  reason: AccessReason;
}

/**
 * A line of the audit log. Its `subject` is a random token that stands for the person; once they are erased, no record of
 * the app links it to them. Which administrator acted it does not say; `whoActed` does, for a reason.
 */
export interface AuditRow extends Omit<AuditLine, 'position' | 'by'> {
  id: string;
  at: Instant;
}

/** About which line of the audit log it is asked who acted, and why. */
export interface ActorAsked {
  line: string;
  reason: ActorReason;
}

/** Who acted; null where nobody is known, as they were erased since or the line is of an earlier version. */
export interface Actor {
  accountId: AccountId | null;
}

/** Which lines of the audit log are wanted; all of them where nothing is said. */
export interface AuditFilter {
  /** From this instant on. */
  since?: Instant;
  /** Before this instant. */
  until?: Instant;
  event?: AuditEvent;
  role?: AuditRole;
  reason?: AuditReason;
}

/** With `next` there may be more: a page may have few lines or none, where those that were looked through do not fit. */
export interface AuditPage {
  rows: AuditRow[];
  next?: string;
}

/** The record of processing activities (GDPR art. 30): an activity for each purpose. */
export interface ProcessingRecord {
  generatedAt: Instant;
  /** In which it is written. */
  language: NoticeLanguage;
  /** The version of the privacy notice that tells people of this processing. */
  noticeVersion: string;
  controller: string;
  /** ID of the work item that says who that is, and whom to ask. */
  controllerPage?: string;
  processor: { name: string; contact: string };
  recipients: string[];
  /** Transfers to third countries (GDPR art. 30(1)(e)). */
  transfers: string;
  activities: Array<{
    name: string;
    purpose: string;
    lawfulBasis: string;
    dataSubjects: string;
    categories: string[];
    /** Of each kind of record that is used for it. */
    retention: string[];
    securityMeasures: string[];
  }>;
  /** The same in JSON-LD with terms of the W3C Data Privacy Vocabulary. */
  jsonLd: object;
}
