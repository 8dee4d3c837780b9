/**
 * What the browser may ask of the app and what it gets: the only file of `src/` that `static/` imports.
 *
 * Types only, so that it costs the pages nothing. Who asks is never part of a payload: it comes from Forge
 * (`context.accountId` of the resolver). A refusal is a value, not a throw, and quotes no input.
 * Instants are RFC 3339 strings in UTC with milliseconds, days are `yyyy-mm-dd`, durations are whole seconds.
 */

import type { AccessReason, AuditEvent, AuditRole } from './privacy/data-sets/audit';
import type { Asker, JobState } from './privacy/data-sets/erasure-job';

export type { AccessReason, AuditEvent, AuditRole, Asker, JobState };

export type AccountId = string;
export type Day = string;
export type Instant = string;

/** One time entry: that a person worked on an issue on a day. */
export interface Entry {
  id: string;
  accountId: AccountId;
  issueId: string;
  projectId?: string;
  startedOn: Day;
  seconds: number;
  createdAt: Instant;
}

/** An entry as its owner and administrators see it: with the day after which it is deleted. */
export interface ListedEntry extends Entry {
  keptUntil: Day;
}

export type RefusalCode =
  /** The asking person may not do this. */
  | 'NOT_ALLOWED'
  /** The payload is not what the function takes; `fields` names what to correct. */
  | 'INVALID'
  /** There is no such thing, or none the asking person may know of. */
  | 'NOT_FOUND'
  /** It stands against the present state, for example a restriction or a running erasure. */
  | 'CONFLICT'
  /** Storage or Jira is busy; nothing was half done. */
  | 'TRY_LATER';

export interface Refusal {
  error: {
    code: RefusalCode;
    /** What happened, what was kept and what to do next, in plain words. */
    message: string;
    /** For a form: the message of each field to correct. */
    fields?: Record<string, string>;
  };
}

/** Position in a list: `after` is the `next` of the page before. At most 100 a page, 50 when not said. */
export interface PageRequest {
  after?: string;
  limit?: number;
}

// ---------------------------------------------------------------- the notice

/** A data set of the data map, in words for the person it is about. */
export interface DataSetNotice {
  name: string;
  title: string;
  /** What a record of it is, for example "That you worked on an issue on a day, and for how long". */
  what: string;
  fields: Array<{ name: string; what: string; category: string }>;
  purpose: string;
  lawfulBasis: string;
  /** How long it is kept and what happens then. */
  retention: string;
  /** What an erasure does to it, and where something is kept, what and why. */
  onErasure: string;
  exported: boolean;
}

export interface NoticeSection {
  id: string;
  title: string;
  paragraphs: string[];
  points?: string[];
}

export interface Notice {
  /** Changes whenever the data map or the words change. */
  version: string;
  policyDate: Day;
  vendor: { name: string; contact: string };
  /** Two or three sentences: the layer shown first. */
  summary: string;
  sections: NoticeSection[];
  dataSets: DataSetNotice[];
}

// ---------------------------------------------------------------- the panel

export interface PanelView {
  /** Today in the time zone the page gave, or UTC. */
  today: Day;
  notice: { version: string; acknowledged: boolean; summary: string; points: string[] };
  /** The asking person's own entries on this issue, newest day first. */
  entries: ListedEntry[];
  next?: string;
  restricted: boolean;
  erasing?: string;
}

export interface LogTimeRequest {
  /** 16 to 64 characters of `[A-Za-z0-9-]`, made by the browser once per form: a second click is the same entry. */
  requestId: string;
  startedOn: Day;
  /** `1h 30m`, `90m`, `1.5h`, `1:30` or `45` (minutes). */
  duration: string;
  /** The page's time zone offset in minutes (`Date#getTimezoneOffset`), to know what "today" is for the person. */
  timezoneOffset?: number;
}

export interface LogTimeResult {
  entry: ListedEntry;
  /** What the person has on that day, this entry included. */
  daySeconds: number;
}

// ---------------------------------------------------------------- lists of entries

export interface EntryFilter extends PageRequest {
  from?: Day;
  to?: Day;
  issueId?: string;
}

export interface EntryPage {
  /** Newest day first. */
  entries: ListedEntry[];
  next?: string;
}

export interface DeleteEntriesRequest {
  /** At most 100. IDs that are not there (any more) are skipped. */
  ids: string[];
}

export interface DeleteEntriesResult {
  deleted: number;
  /** Strictly read after the deletion. */
  remaining: number;
}

// ---------------------------------------------------------------- what is held

export interface HeldDataSet {
  name: string;
  title: string;
  what: string;
  /** Strictly read number of records. */
  records: number;
  purpose: string;
  lawfulBasis: string;
  retention: string;
  /** The latest day until which a record of it is kept, when it has one. */
  keptUntil?: Day;
}

/** Who looked at or changed one's data, by role and day, never by name. */
export interface AccessNote {
  on: Day;
  role: AuditRole;
  what: AuditEvent;
  reason?: AccessReason;
}

export interface Overview {
  accountId: AccountId;
  /** Empty when nothing is held. */
  dataSets: HeldDataSet[];
  registeredAt?: Instant;
  restriction?: Restriction;
  /** The erasure that is running for this person. */
  erasing?: JobView;
  notice: { version: string; acknowledgedAt?: Instant; acknowledgedVersion?: string };
  accesses: AccessNote[];
}

export interface Restriction {
  since: Instant;
  by: 'person' | 'administrator';
}

// ---------------------------------------------------------------- export

export interface ExportRequest {
  after?: string;
}

/** Records of one or more data sets, in the order of the data map. Nothing of it is stored. */
export interface ExportPage {
  schemaVersion: string;
  noticeVersion: string;
  /** How the fields of each data set of this page are explained. */
  parts: Array<{
    dataSet: string;
    title: string;
    columns: Array<{ name: string; what: string }>;
    records: Array<Record<string, string | number | boolean | null>>;
  }>;
  /** On the last page only: the strictly read number of records of every data set. */
  counts?: Record<string, number>;
  /** Missing on the last page. */
  next?: string;
}

// ---------------------------------------------------------------- erasure

export interface ErasurePreview {
  dataSets: Array<{ name: string; title: string; records: number; effect: 'delete' | 'anonymise' }>;
  /** What stays, what of it, why, and until when. */
  kept: Array<{ title: string; why: string; until?: Day }>;
  /** What this app cannot erase: Atlassian's backups, its 28 days after an uninstall, its profile listing. */
  outside: string[];
}

export interface EraseRequest {
  /** SHA-256 (hex) of a random receipt code that the browser made and shows to the person. */
  receiptHash: string;
}

/**
 * `fenced`: the registration is gone, nothing about the person can be written any more · `deleting` ·
 * `verifying`: waiting for the lag of queries, then looking again by other code · `done`: strict reads and indexes
 * found nothing · `confirmed`: the next scan of the whole store found nothing · `stuck`: it could not go on, `problem`
 * says why, and the daily run takes it up again.
 */
export interface JobView {
  id: string;
  state: JobState;
  askedBy: Asker;
  startedAt: Instant;
  /** Records deleted so far, and expected by the strictly read counts at the start. */
  deleted: number;
  expected: number;
  /** When it goes on by itself, where it waits. */
  continuesAt?: Instant;
  doneAt?: Instant;
  confirmedAt?: Instant;
  /** What the verification counted, by data set. */
  erased?: Record<string, number>;
  problem?: string;
}

// ---------------------------------------------------------------- administration

export interface PersonRow {
  accountId: AccountId;
  entries: number;
  registeredAt: Instant;
  restricted: boolean;
}

export interface PeoplePage {
  people: PersonRow[];
  next?: string;
}

export interface Dashboard {
  people: number;
  noticeVersion: string;
  runningErasures: number;
  stuckErasures: number;
  retentionDays: number;
}

export interface OfPerson {
  accountId: AccountId;
  reason: AccessReason;
}

export interface AuditRow {
  id: string;
  at: Instant;
  event: AuditEvent;
  role: AuditRole;
  /** A random token that stands for the person and names nobody once they are erased. */
  subject?: string;
  reason?: AccessReason;
  records?: Record<string, number>;
}

export interface AuditPage {
  rows: AuditRow[];
  next?: string;
}

/** One line of the record of processing activities (GDPR art. 30), from the data map. */
export interface ProcessingRecord {
  generatedAt: Instant;
  controller: string;
  processor: { name: string; contact: string };
  recipients: string[];
  activities: Array<{
    name: string;
    purpose: string;
    lawfulBasis: string;
    dataSubjects: string;
    categories: string[];
    retention: string;
    securityMeasures: string[];
  }>;
  /** The same in JSON-LD with terms of the W3C Data Privacy Vocabulary. */
  jsonLd: object;
}

// ---------------------------------------------------------------- the functions

type Nothing = Record<string, never>;

/** What the panel and My data may call: name → what it takes and gives. */
export interface UserFunctions {
  getPanel: { takes: { timezoneOffset?: number; after?: string }; gives: PanelView };
  getNotice: { takes: Nothing; gives: Notice };
  /** Gives null, and keeps nothing, where nothing is kept about the person yet. */
  acknowledgeNotice: { takes: { version: string }; gives: { acknowledgedAt: Instant | null } };
  logTime: { takes: LogTimeRequest; gives: LogTimeResult };
  listEntries: { takes: EntryFilter; gives: EntryPage };
  deleteEntries: { takes: DeleteEntriesRequest; gives: DeleteEntriesResult };
  getOverview: { takes: Nothing; gives: Overview };
  exportPage: { takes: ExportRequest; gives: ExportPage };
  previewErasure: { takes: Nothing; gives: ErasurePreview };
  eraseMyData: { takes: EraseRequest; gives: JobView };
  getJob: { takes: { id: string }; gives: JobView };
  setRestriction: { takes: { restricted: boolean }; gives: { restriction: Restriction | null } };
}

/** What the administration pages may call. Each checks ADMINISTER of the asking person first. */
export interface AdminFunctions {
  getDashboard: { takes: Nothing; gives: Dashboard };
  getNotice: { takes: Nothing; gives: Notice };
  /** In the order of account IDs; with `only`, just those of them that have data. */
  listPeople: { takes: PageRequest & { only?: AccountId[] }; gives: PeoplePage };
  listEntriesOf: { takes: OfPerson & EntryFilter; gives: EntryPage };
  deleteEntriesOf: { takes: OfPerson & DeleteEntriesRequest; gives: DeleteEntriesResult };
  exportPageOf: { takes: OfPerson & ExportRequest; gives: ExportPage };
  previewErasureOf: { takes: { accountId: AccountId }; gives: ErasurePreview };
  erasePerson: { takes: OfPerson & EraseRequest; gives: JobView };
  getJob: { takes: { id: string }; gives: JobView };
  getAuditLog: { takes: PageRequest; gives: AuditPage };
  getRecordOfProcessing: { takes: Nothing; gives: ProcessingRecord };
}

export type UserFunction = keyof UserFunctions;
export type AdminFunction = keyof AdminFunctions;
