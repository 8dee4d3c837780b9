import type { AuditEvent, AuditRole } from '../privacy/data-sets/audit';
import type { Announcement } from '../privacy/data-sets/webhook-request';
import type { AuditReason } from '../privacy/data-sets/reasons';
import type { DataKey, Sentence } from '../../words/types';
import type { AccountId, Day, Instant } from './basics';
import type { JobView } from './erasure';
import type { NoticeChange, NoticeLanguage } from './notice';
import type { Reported } from './reporting';

/** All time that a person has logged. */
export interface TimeKept {
  seconds: number;
  firstOn: Day;
  lastOn: Day;
}

export interface HeldDataSet {
  name: string;
  title: DataKey;
  what: DataKey;
  /** Strictly read number of records; of the audit log, which nothing counts, as many as a list shows. */
  records: number;
  /** There are more than these. */
  more?: true;
  /** How many of what there are, by `count`, where one record stands for something else. */
  counted?: DataKey;
  /** Nobody entered it: the app needs it to run. */
  bookkeeping?: true;
  purpose: DataKey;
  lawfulBasis: Sentence[];
  retention: Sentence[];
}

/** Who looked at or changed one's data, by role and day, never by name. */
export interface AccessNote {
  on: Day;
  role: AuditRole;
  what: AuditEvent;
  reason?: AuditReason;
}

/** What happened in the last two weeks, as far as it tells: that the person has seen it is stored nowhere. */
export interface News {
  /** When an administrator last answered a request of theirs. */
  answeredAt?: Instant;
  /** When an administrator last took more time for a request of theirs that is still open. */
  extendedAt?: Instant;
  /** When an administrator last looked at or changed their entries. */
  seenOn?: Day;
}

export interface Overview {
  accountId: AccountId;
  /** Empty when nothing is held. */
  dataSets: HeldDataSet[];
  /** Missing where no time is kept, or some of it is of days more than ten years ago. */
  time?: TimeKept;
  registeredAt?: Instant;
  restriction?: Restriction;
  /** What Atlassian was told: that this app holds the account ID, and from when it is told again. */
  reported?: Reported;
  /** The erasure that is running for this person. */
  erasing?: JobView;
  /** `changes`: since the version that was acknowledged; missing where its text is not stored. */
  notice: {
    version: string;
    acknowledgedAt?: Instant;
    acknowledgedVersion?: string;
    /** In which language they read it; of earlier versions of the app it is missing. */
    acknowledgedLanguage?: NoticeLanguage;
    changes?: NoticeChange[];
  };
  /** The newest; `earlierAccesses` goes on with older ones, where there may be some. */
  accesses: AccessNote[];
  earlierAccesses?: string;
  news: News;
  /** What is left of an erasure of this account. */
  marker?: MarkerLeft;
  /** What a system of the organisation announced about this account and is still to be carried out, oldest first. */
  announced?: Announced[];
}

export interface Announced {
  what: Announcement;
  at: Instant;
}

/** Who looked at one's data, newest first; with `next` there may be more. */
export interface AccessPage {
  accesses: AccessNote[];
  next?: string;
}

/** A digest of the account ID is kept, without the ID: that there was an erasure, and until when this is known. */
export interface MarkerLeft {
  erasedAt: Instant;
  endsAt: Instant;
  /** Atlassian had closed the account. */
  closed?: true;
}

export interface Restriction {
  since: Instant;
  /**
   * `atlassian`: Jira said that the person was removed from the site. `webhook`: a system of the organisation announced
   * that the account was closed, or handed in a request to erase.
   */
  by: 'person' | 'administrator' | 'atlassian' | 'webhook';
  /** Since when the person restricts it too, where somebody else does: it ends when both have lifted theirs. */
  own?: Instant;
  /** From when an administrator may lift the person's own, as the person was told. */
  liftableFrom?: Instant;
  /** An administrator has the data stay for a legal duty or a claim. */
  hold?: Hold;
}

export interface Hold {
  /** When an administrator reviews it, which does not end it; of earlier versions it is missing, and the review is due. */
  reviewOn?: Day;
}

export interface ExportRequest {
  after?: string;
}

/** A field of the records of an export: its name, what it says, and the kind of its values as the data map declares it. */
export interface ExportedColumn {
  name: string;
  what: DataKey;
  /** Numbers under names are given as one text (`2026-02-03: 3600; 2026-02-04: 900`): `numbers-by-day`. */
  kind: string;
}

/** Records of one or more data sets, in the order of the data map. Nothing of it is stored. */
export interface ExportPage {
  schemaVersion: string;
  /** How the fields of each data set of this page are explained. */
  parts: Array<{
    dataSet: string;
    title: DataKey;
    columns: ExportedColumn[];
    records: Array<Record<string, string | number | boolean | null>>;
  }>;
  /** What the page cost of the units of reading that Forge grants the whole site each minute. */
  units: number;
  /** Changes with everything that is written about the person: pages of one moment have the same. */
  stamp: string;
  /** On the last page only: the strictly read number of records of every data set. */
  counts?: Record<string, number>;
  /** On the last page only: the stamp as it is after everything was read. */
  stampAtEnd?: string;
  /** Missing on the last page. */
  next?: string;
}
