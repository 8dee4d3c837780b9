import type { AccessReason, AuditEvent, AuditRole } from '../privacy/data-sets/audit';
import type { AccountId, Day, Instant } from './basics';
import type { JobView } from './erasure';
import type { Reported } from './reporting';

export interface CountWords {
  one: string;
  many: string;
}

/** All time that a person has logged. */
export interface TimeKept {
  seconds: number;
  firstOn: Day;
  lastOn: Day;
}

export interface HeldDataSet {
  name: string;
  title: string;
  what: string;
  /** Strictly read number of records; of the audit log, which nothing counts, as many as a list shows. */
  records: number;
  /** There are more than these. */
  more?: true;
  /** What one record stands for and many do, where it is not a record. */
  counted?: CountWords;
  /** Nobody entered it: the app needs it to run. */
  bookkeeping?: true;
  purpose: string;
  lawfulBasis: string;
  retention: string;
}

/** Who looked at or changed one's data, by role and day, never by name. */
export interface AccessNote {
  on: Day;
  role: AuditRole;
  what: AuditEvent;
  reason?: AccessReason;
}

/** What happened in the last two weeks, as far as it tells: that the person has seen it is stored nowhere. */
export interface News {
  /** When an administrator last answered a request of theirs. */
  answeredAt?: Instant;
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
  notice: { version: string; acknowledgedAt?: Instant; acknowledgedVersion?: string };
  /** The newest; `earlierAccesses` goes on with older ones, where there may be some. */
  accesses: AccessNote[];
  earlierAccesses?: string;
  news: News;
  /** What is left of an erasure of this account. */
  marker?: MarkerLeft;
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
}

export interface ExportRequest {
  after?: string;
}

/** A field of the records of an export: its name, what it says, and the kind of its values as the data map declares it. */
export interface ExportedColumn {
  name: string;
  what: string;
  /** Numbers under names are given as one text (`2026-02-03: 3600; 2026-02-04: 900`): `numbers-by-day`. */
  kind: string;
}

/** Records of one or more data sets, in the order of the data map. Nothing of it is stored. */
export interface ExportPage {
  schemaVersion: string;
  noticeVersion: string;
  /** How the fields of each data set of this page are explained. */
  parts: Array<{
    dataSet: string;
    title: string;
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
