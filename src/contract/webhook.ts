import type { AccessReason } from '../privacy/data-sets/reasons';
import type { CallOutcome } from '../privacy/data-sets/webhook';
import type { AccountId, Counted, Instant } from './basics';
import type { WaitingSetting } from './requests';

export type { CallOutcome } from '../privacy/data-sets/webhook';

/** How the webhook stands. */
export interface WebhookView {
  enabled: boolean;
  /** Where calls are sent to. */
  address?: string;
  /** Atlassian did not say at the moment whether it has one. */
  addressNotAnswered?: true;
  /** The keys that are valid, the newest first; `endsAt` where one is about to end. */
  keys: Array<{ since: Instant; endsAt?: Instant }>;
  /** The last calls that were signed with a valid key, the newest first. */
  calls: Array<{ at: Instant; outcome: CallOutcome; accounts: number }>;
  /** Where administrators let its word erase; missing where it erases nothing. */
  erases?: WordErases;
  /** Changes of that which erase more than before: they are in force a day after they were saved. */
  erasesWaiting: WaitingSetting[];
  /** How many people its word may restrict on one day. */
  restricting: Restricting;
  /** Accounts that wait to be carried out: as a rule because no more people may be restricted today. */
  waiting: Counted;
  /** The last time that what it did was undone. */
  undo?: WebhookUndo;
}

export interface WordErases {
  /** Days after which an account that was announced as closed is erased: 7 to 365. */
  afterDays: number;
  /** People erased that way on one day at most: 1 to 100. */
  mostADay: number;
}

export interface SetWebhookErasing {
  /** Missing where its word shall erase nothing. */
  erases?: WordErases | undefined;
  /** What the form was loaded with: what waited then, or else what was in force. Where that has changed, it is a `CONFLICT`. */
  was?: WordErases | undefined;
  /** Whether that waited. */
  waited?: boolean | undefined;
}

/** That administrators had undone what the webhook did; it names nobody. */
export interface WebhookUndo {
  askedAt: Instant;
  /** All of it, where it is missing. */
  since?: Instant;
  reason: AccessReason;
  /** People of whom something was undone so far, and requests withdrawn. */
  people: number;
  requests: number;
  /** Missing as long as it goes on. */
  endedAt?: Instant;
}

/** What undoing would come to, counted from lists, which may be a minute late. */
export interface UndoPreview {
  people: Counted;
  /** Requests that it handed in and nobody has answered. */
  requests: Counted;
  /** Accounts that wait to be carried out. */
  waiting: Counted;
  /** When the first of it came; missing where there is nothing. */
  from?: Instant;
}

export interface UndoRequest {
  /** All of it, where it is missing. */
  since?: Instant;
}

export interface Restricting {
  /** People whose data its word restricts on one day (UTC) at most: 1 to 10,000; 50 when nothing was set. */
  mostADay: number;
  today: number;
}

/** People of whom its word still stands, longest ago first. */
export interface AnnouncedPage {
  people: AnnouncedPerson[];
  next?: string;
}

export interface AnnouncedPerson {
  accountId: AccountId;
  /** That the account was closed, or a request to erase that is not answered yet. */
  what: 'closed' | 'erasure';
  /** When the call came. */
  announcedAt: Instant;
  /** Announced as closed, with such a request beside it. */
  erasureAsked?: true;
  /** From when they are erased; without it, an administrator or Atlassian's answer is waited for. */
  erasedFrom?: Instant;
  /** The person or an administrator restricted the use: nothing is erased on its word while that stands. */
  held?: true;
}

/** A secret is given once: it can be renewed and not be shown again. */
export interface WebhookSecretView {
  webhook: WebhookView;
  /** The key of HMAC-SHA-256 in hexadecimal. */
  secret: string;
}
