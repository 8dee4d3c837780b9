import type { SettingChange } from '../privacy/data-sets/audit';
import type { DeclineReason } from '../privacy/data-sets/request';
import type {
  ExtensionReason,
  IdentityCheck,
  ObjectionOutcome,
  RequestMaker,
  RequestStatus,
  RequestType,
} from '../privacy/data-sets/request';
import type { SelfErasureMode, WaitingChange, LegalBasis, Purpose } from '../privacy/data-sets/settings';
import type { DataKey } from '../../words/types';
import type { AccountId, Day, Instant, PageRequest } from './basics';
import type { CorrectEntryRequest } from './entries';
import type { JobView } from './erasure';

export type { DeclineReason } from '../privacy/data-sets/request';
export type {
  ExtensionReason,
  IdentityCheck,
  ObjectionOutcome,
  RequestMaker,
  RequestStatus,
  RequestType,
} from '../privacy/data-sets/request';
export type { LegalBasis, Purpose } from '../privacy/data-sets/settings';
export type { SelfErasureMode } from '../privacy/data-sets/settings';

/** What a person asked their organisation for, as they see it. One of each type is open at most. */
export interface MyRequest {
  type: RequestType;
  id: string;
  status: RequestStatus;
  /** A system of the organisation handed it in, or an administrator entered it; missing where the person asked. */
  madeBy?: RequestMaker;
  /** How an administrator who entered it knows who asked. */
  identified?: IdentityCheck;
  receivedAt: Instant;
  /** The day of that where the person is. */
  receivedOn: Day;
  /** The last day to answer it: a month or 30 days after its receipt, whichever ends first; extended, three or 90. */
  dueOn: Day;
  extendedAt?: Instant;
  extensionReason?: ExtensionReason;
  decidedAt?: Instant;
  /** An administrator withdrew what the webhook had handed in; missing where the person withdrew it. */
  withdrawnBy?: 'administrator';
  declineReason?: DeclineReason;
  /** Declined for a reason that ends: the last day for which that holds. Earlier versions gave it with every reason. */
  keptUntil?: Day;
  /** An objection that was granted: for what alone the data is kept. */
  keptFor?: 'legal-claims';
  /** Since when it restricts the use until it is answered. */
  restrictedAt?: Instant;
  /** Missing in corrections of version 0.1.0, which named nothing. */
  correction?: AskedCorrection;
}

/** What a person asked for: the newest of each type, and those that were answered before. */
export interface MyRequestPage {
  requests: MyRequest[];
  next?: string;
}

/** Of an entry, what can be corrected, and on which work item it is. */
export interface PresentRecord {
  issueId: string;
  startedOn: Day;
  seconds: number;
}

/** The entry that a person asked to have corrected, and what is right. */
export interface AskedCorrection {
  id: string;
  startedOn: Day;
  seconds: number;
  /**
   * The entry as it stands: for the person, and for administrators while the request is open. Missing in a list where the
   * entry is gone.
   */
  present?: PresentRecord;
}

export interface RequestRow extends MyRequest {
  accountId: AccountId;
  /** Whether the person's browser made a code for the receipt of the erasure that is asked for. */
  hasReceiptCode: boolean;
}

/** `overdue`: open although the time to answer is over. */
export type ListedRequest = RequestRow & { overdue: boolean };

/** A correction names the entry and what is right; nothing else does. */
export type OpenRequest = {
  /** With a correction or an objection: whether the use of the data is restricted until it is answered (GDPR art. 18(1)). */
  restricts?: boolean;
} & (
  | { type: 'correction'; correction: CorrectEntryRequest }
  | {
      type: Exclude<RequestType, 'correction'>;
      /** Minutes behind UTC where the person is (`Date#getTimezoneOffset`): their day begins the time to answer. */
      timezoneOffset?: number;
    }
);

export interface WhichOwnRequest {
  type: RequestType;
  id: string;
}

export interface WhichRequest extends WhichOwnRequest {
  accountId: AccountId;
}

export interface ListRequests extends PageRequest {
  /** `open` when not said. */
  status?: RequestStatus;
}

export interface RequestPage {
  /** The one that is due first at the top. */
  requests: ListedRequest[];
  next?: string;
}

export interface DecideRequest extends WhichRequest {
  decision: 'approve' | 'decline';
  /** For `approve` of an objection, and of nothing else. */
  outcome?: ObjectionOutcome;
  /** For `decline`: one that the law knows for this type. */
  reason?: DeclineReason;
  /** For `decline` because of a duty or a claim, and for no other reason: after today, and within ten years. */
  keptUntil?: Day;
}

/** A request that came by letter or otherwise outside of the app. */
export interface OpenRequestOf {
  accountId: AccountId;
  type: RequestType;
  /** The day of its receipt, from which the time to answer counts: not after today, and within a year. */
  receivedOn: Day;
  identified: IdentityCheck;
}

export interface DecidedRequest {
  request: RequestRow;
  /** The erasure that an approval began, with which the request goes. */
  job?: JobView;
}

export interface ExtendRequest extends WhichRequest {
  reason: ExtensionReason;
}

/** An erasure that began at once, or a request that waits for an administrator's approval. */
export type EraseOutcome =
  (JobView & { request?: undefined }) | ({ request: MyRequest } & { [Name in keyof JobView]?: undefined });

interface RetentionSetting {
  dataSet: string;
  title: DataKey;
  days: number;
  standard: number;
  least: number;
  most: number;
  /** Why the period is as long as it is. */
  why: DataKey;
}

/** A change of a setting that waits, from what is in force to what will be. */
export interface WaitingSetting extends SettingChange {
  /** From when it is in force; until then it can be taken back. */
  from: Instant;
}

/** Which waiting change is meant. */
export interface WhichSetting {
  setting: WaitingChange['setting'];
  /** Of which records, where it is a period. */
  dataSet?: string;
}

export interface SettingsView {
  /** How often they were changed: what a form sends back, so that it overwrites nothing it has not seen. */
  version: number;
  retention: RetentionSetting[];
  selfErasure: SelfErasureMode;
  /** Days after which people whom Jira removed from the site are erased; 0 waits for Atlassian's answer. */
  removedDays: number;
  /** Whether totals without names are kept of entries whose period has passed. */
  keepTotals: boolean;
  /** ID of the work item with the organisation's own privacy page. */
  controllerPage: string | null;
  /** On which legal basis data is used for each purpose, and which it may rest on. */
  bases: Array<{ purpose: Purpose; basis: LegalBasis | null; allowed: LegalBasis[] }>;
  /** Changes that erase more than before: they are in force a day after they were saved. */
  waiting: WaitingSetting[];
  /** How much is in them, where they are kept. */
  totals: TotalsKept[];
}

/** Totals of one kind, over all issues: how many there are and what they come to. Counted up to a thousand. */
export interface TotalsKept {
  dataSet: string;
  title: DataKey;
  totals: number;
  /** For time, seconds. */
  amount: number;
  /** Whether there are more than were counted. */
  more: boolean;
}

export interface SaveSettings {
  /** Of the settings that the form was loaded with. Where others were saved since, that is a `CONFLICT`. */
  version: number;
  /** Days by data set; one that is missing stays as it is. */
  retentionDays: Record<string, number>;
  selfErasure: SelfErasureMode;
  removedDays: number;
  /** Where it is missing it stays as it is. Switched off, the totals are deleted. */
  keepTotals?: boolean;
  /** ID of a work item that the administrator may see, or `none`; where it is missing it stays as it is. */
  controllerPage?: string;
  /** By purpose; where one is missing it stays as it is. */
  bases?: Partial<Record<Purpose, LegalBasis | 'not-chosen'>>;
}

export interface PreviewRetention {
  /** As if these were saved. */
  retentionDays?: Record<string, number>;
}

/** What the next daily run would remove. Strictly counted up to `cap` of a data set. */
export interface RetentionPreview {
  dataSets: Array<{
    dataSet: string;
    title: DataKey;
    records: number;
    /** Those of them that would be added to a total without names before they go. */
    added: number;
    /** Further records that have expired and stay, since a person or an administrator restricted their use. */
    held: number;
    /** Whether there are more than were counted. */
    more: boolean;
  }>;
  /** How many people these records name. */
  people: number;
  cap: number;
}
