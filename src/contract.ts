/**
 * What the browser may ask of the app and what it gets. From `src/`, `static/` also imports which calls change nothing, how
 * durations are read and, for the administration, which changes of settings erase more.
 *
 * Types only, so that it costs the pages nothing. Who asks is never part of a payload: it comes from Forge
 * (`context.accountId` of the resolver). A refusal is a value, not a throw, and quotes no input.
 * Instants are RFC 3339 strings in UTC with milliseconds, days are `yyyy-mm-dd`, durations are whole seconds.
 */

import type { AccessReason, IncidentReason } from './privacy/data-sets/reasons';
import type {
  AffectedPage,
  Actor,
  ActorAsked,
  AuditFilter,
  AuditPage,
  Dashboard,
  HeldPeople,
  OfPerson,
  PeoplePage,
  ProcessingRecord,
} from './contract/people-and-audit';
import type { AccountId, Day, Instant, PageRequest } from './contract/basics';
import type {
  CorrectEntryRequest,
  CorrectEntryResult,
  DeleteEntriesRequest,
  DeleteEntriesResult,
  EntryFilter,
  EntryPage,
  ListedEntry,
  LogEntriesRequest,
  LogEntriesResult,
  LogTimeRequest,
  LogTimeResult,
  PanelView,
  WeekRequest,
  WeekView,
  YearRequest,
  YearView,
  ImportRequest,
  ImportResult,
  ImportRules,
} from './contract/entries';
import type {
  CheckReceiptRequest,
  ErasePeopleRequest,
  ErasePeopleResult,
  ErasureOf,
  ErasurePage,
  ReceiptChainPage,
  ReceiptAnswer,
  EraseOwnRequest,
  EraseRequest,
  GetJob,
  ErasurePreview,
  JobView,
} from './contract/erasure';
import type { AccessPage, ExportPage, ExportRequest, Overview, Restriction } from './contract/held';
import type { InLanguage, Notice, NoticePeriod, NoticeReaders } from './contract/notice';
import type { RemovedPeople, ReportingOf, ReportingStarted, ReportingView } from './contract/reporting';
import type {
  DecidedRequest,
  DecideRequest,
  EraseOutcome,
  ExtendRequest,
  ListRequests,
  MyRequest,
  MyRequestPage,
  OpenRequest,
  OpenRequestOf,
  PreviewRetention,
  RequestPage,
  RequestRow,
  RetentionPreview,
  SaveSettings,
  SettingsView,
  WhichSetting,
  WhichOwnRequest,
} from './contract/requests';
import type { CheckSite, SiteCheckRun, SiteCheckView } from './contract/site-check';
import type {
  AnnouncedPage,
  SetWebhookErasing,
  UndoPreview,
  UndoRequest,
  WebhookSecretView,
  WebhookView,
} from './contract/webhook';

export type { AuditEvent, AuditRole, SettingChange, SettingChoice } from './privacy/data-sets/audit';
export type {
  AccessReason,
  ActorReason,
  AuditReason,
  ErasureReason,
  IncidentReason,
} from './privacy/data-sets/reasons';
export type { DataKey, Sentence } from '../words/types';
export type { Asker, JobState } from './privacy/data-sets/erasure-job';
export type * from './contract/basics';
export type * from './contract/notice';
export type * from './contract/entries';
export type * from './contract/held';
export type * from './contract/erasure';
export type * from './contract/requests';
export type * from './contract/people-and-audit';
export type * from './contract/reporting';
export type * from './contract/site-check';
export type * from './contract/webhook';

type Nothing = Record<string, never>;

/** What the panel, My time and My data may call: name → what it takes and gives. */
export interface UserFunctions {
  getPanel: { takes: InLanguage & { timezoneOffset?: number; after?: string }; gives: PanelView };
  getNotice: { takes: InLanguage; gives: Notice };
  /** An earlier version, word for word. */
  getNoticeVersion: { takes: InLanguage & { version: string }; gives: Notice };
  /** The newest first. */
  listNoticeVersions: { takes: Nothing; gives: { versions: NoticePeriod[] } };
  /** In the language in which it was read. Gives null, and keeps nothing, where nothing is kept about the person yet. */
  acknowledgeNotice: { takes: InLanguage & { version: string }; gives: { acknowledgedAt: Instant | null } };
  logTime: { takes: LogTimeRequest; gives: LogTimeResult };
  /** Logs several times at once, in transactions of a few. */
  logEntries: { takes: LogEntriesRequest; gives: LogEntriesResult };
  listEntries: { takes: EntryFilter; gives: EntryPage };
  /** A week of one's own time: sums of its days, and its entries. */
  getWeek: { takes: WeekRequest; gives: WeekView };
  /** A year of one's own time by day. */
  getYear: { takes: YearRequest; gives: YearView };
  deleteEntries: { takes: DeleteEntriesRequest; gives: DeleteEntriesResult };
  correctEntry: { takes: CorrectEntryRequest; gives: CorrectEntryResult };
  /** Puts entries back as they stood before `deleteEntries` or `correctEntry`, which gave the `undo`. */
  undoChange: { takes: { undo: string }; gives: { entries: ListedEntry[] } };
  getImportRules: { takes: Nothing; gives: ImportRules };
  /** Takes entries of one's own export in again; what is there already stays as it is. */
  importEntries: { takes: ImportRequest; gives: ImportResult };
  getOverview: { takes: InLanguage; gives: Overview };
  /** Goes on with who looked at one's data, where the overview ends. */
  listAccesses: { takes: { after?: string }; gives: AccessPage };
  exportPage: { takes: ExportRequest; gives: ExportPage };
  previewErasure: { takes: Nothing; gives: ErasurePreview };
  /** A request instead, where administrators decided that they approve it first. */
  eraseMyData: { takes: EraseOwnRequest; gives: EraseOutcome };
  openRequest: { takes: OpenRequest; gives: MyRequest };
  listMyRequests: { takes: PageRequest; gives: MyRequestPage };
  withdrawRequest: { takes: WhichOwnRequest; gives: MyRequest };
  getJob: { takes: GetJob; gives: JobView };
  checkReceipt: { takes: CheckReceiptRequest; gives: ReceiptAnswer };
  setRestriction: { takes: { restricted: boolean }; gives: { restriction: Restriction | null } };
}

/** What the administration pages may call. Each checks ADMINISTER of the asking person first. */
export interface AdminFunctions {
  getDashboard: { takes: Nothing; gives: Dashboard };
  getNotice: { takes: InLanguage; gives: Notice };
  getNoticeVersion: { takes: InLanguage & { version: string }; gives: Notice };
  getNoticeReaders: { takes: Nothing; gives: NoticeReaders };
  /** In the order of account IDs; with `only`, just those of them that have data. */
  listPeople: { takes: PageRequest & { only?: AccountId[] }; gives: PeoplePage };
  /** Everybody about whom records are kept; somebody who is erased meanwhile may come twice. */
  listAffected: { takes: PageRequest & { reason: IncidentReason }; gives: AffectedPage };
  listEntriesOf: { takes: OfPerson & EntryFilter; gives: EntryPage };
  deleteEntriesOf: { takes: OfPerson & DeleteEntriesRequest; gives: DeleteEntriesResult };
  correctEntryOf: { takes: OfPerson & CorrectEntryRequest; gives: CorrectEntryResult };
  exportPageOf: { takes: OfPerson & ExportRequest; gives: ExportPage };
  /** What an erasure would delete tells how much there is: it takes a reason and is written to the audit log. */
  previewErasureOf: { takes: ErasureOf; gives: ErasurePreview };
  erasePerson: { takes: ErasureOf & EraseRequest; gives: JobView };
  erasePeople: { takes: ErasePeopleRequest; gives: ErasePeopleResult };
  listErasures: { takes: PageRequest; gives: ErasurePage };
  /** Hands an erasure that has not ended to the queue again. */
  retryErasure: { takes: { id: string }; gives: JobView };
  getReceiptChain: { takes: PageRequest; gives: ReceiptChainPage };
  setRestrictionOf: {
    /** `reviewOn`: only of a hold for a legal duty; six months later where nothing is said. */
    takes: OfPerson & { restricted: boolean; reviewOn?: Day };
    gives: { restriction: Restriction | null };
  };
  /** Has a hold reviewed later; it takes the reason of a legal duty. */
  extendHoldOf: { takes: OfPerson & { reviewOn: Day }; gives: { restriction: Restriction } };
  /** Holds whose day of review has come, at most 90. */
  listHoldsToReview: { takes: Nothing; gives: HeldPeople };
  getJob: { takes: GetJob; gives: JobView };
  checkReceipt: { takes: CheckReceiptRequest; gives: ReceiptAnswer };
  listRequests: { takes: ListRequests; gives: RequestPage };
  /** Of somebody who has data here; of nobody else anything is noted. */
  openRequestOf: { takes: OpenRequestOf; gives: RequestRow };
  decideRequest: { takes: DecideRequest; gives: DecidedRequest };
  extendRequest: { takes: ExtendRequest; gives: RequestRow };
  getSettings: { takes: Nothing; gives: SettingsView };
  saveSettings: { takes: SaveSettings; gives: SettingsView };
  /** Takes back a change that waits to be in force. */
  takeBackSetting: { takes: WhichSetting; gives: SettingsView };
  previewRetention: { takes: PreviewRetention; gives: RetentionPreview };
  getReporting: { takes: Nothing; gives: ReportingView };
  listRemoved: { takes: Nothing; gives: RemovedPeople };
  getReportingOf: { takes: { accountId: AccountId }; gives: ReportingOf };
  /** Has what is due reported now; nothing is reported before its cycle is over. */
  runReporting: { takes: Nothing; gives: ReportingStarted };
  getWebhook: { takes: Nothing; gives: WebhookView };
  /** Gives the secret this once. */
  enableWebhook: { takes: Nothing; gives: WebhookSecretView };
  /** The key before stays valid for seven days more. */
  rotateWebhookSecret: { takes: Nothing; gives: WebhookSecretView };
  disableWebhook: { takes: Nothing; gives: WebhookView };
  /** Lets the webhook's word erase, or no longer. What erases more waits a day. */
  setWebhookErasing: { takes: SetWebhookErasing; gives: WebhookView };
  /** Takes back what waits of that. */
  takeBackWebhookErasing: { takes: Nothing; gives: WebhookView };
  /** What waits is carried out at once, as far as that goes. `was`: what the form was loaded with. */
  setWebhookLimit: { takes: { mostADay: number; was: number }; gives: WebhookView };
  /** Of whom its word stands: announced as closed, or with a request to erase that is open. */
  listAnnounced: { takes: PageRequest; gives: AnnouncedPage };
  previewWebhookUndo: { takes: UndoRequest; gives: UndoPreview };
  /** Undoes what the webhook did, person after person in the background; a second time there is nothing left to undo. */
  undoWebhook: { takes: UndoRequest & { reason: AccessReason }; gives: WebhookView };
  /** A no to what the webhook announced about a person. */
  dismissAnnounced: { takes: OfPerson; gives: WebhookView };
  getAuditLog: { takes: PageRequest & AuditFilter; gives: AuditPage };
  /** Which administrator acted in a line of the audit log; the line of that question comes first. */
  whoActed: { takes: ActorAsked; gives: Actor };
  getRecordOfProcessing: { takes: InLanguage; gives: ProcessingRecord };
  /** What the app takes for granted about the site, and what the last check found. */
  getSiteCheck: { takes: Nothing; gives: SiteCheckView };
  /** Begins a check of the site, or takes the next step of one: many short calls rather than one long. */
  checkSite: { takes: CheckSite; gives: SiteCheckRun };
}
