import * as v from 'valibot';
import { engine } from '../../app';
import type {
  Actor,
  AuditPage,
  AuditRow,
  Dashboard,
  ProcessingRecord,
  SiteCheckRun,
  SiteCheckView,
  ReportingOf,
  ReportingStarted,
  ReportingView,
} from '../../contract';
import { siteAlarms, checkSite as checkStep, siteCheckView } from '../../platform-check/check';
import { dashboardOf } from '../../privacy/access/dashboard';
import { whoActed as actorOf } from '../../privacy/access/who-acted';
import { searchAudit } from '../../privacy/audit';
import { AUDIT, AUDIT_EVENTS, AUDIT_ROLES, type AuditLine } from '../../privacy/data-sets/audit';
import { ACTOR_REASONS, AUDIT_REASONS } from '../../privacy/data-sets/reasons';
import { readInForce } from '../../privacy/notice/in-force';
import { noticesOf } from '../../privacy/notice/notice';
import { processingRecordOf } from '../../privacy/notice/processing-record';
import { noticeReaders } from '../../privacy/notice/readers';
import { reportingOf, reportingView, reportNow } from '../../privacy/reporting/view';
import { retentionDaysOf } from '../../privacy/settings/settings';
import { toInstant } from '../../privacy/time';
import { isOf } from '../../storage/kinds';
import { together } from '../../storage/together';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { sayIn } from '../../words';
import { forAdmin } from '../define';
import { STANDARD_PAGE, accountId, instant, language, nothing, page, token } from '../payloads';
import { noticeAsked, noticeShown, versionAsked, versionShown } from '../for-both';

export const getDashboard = forAdmin(
  nothing,
  async (): Promise<Dashboard> => {
    const [{ settings, ...shown }, alarms] = await together([dashboardOf(engine), siteAlarms(engine)]);
    return { ...shown, retentionDays: retentionDaysOf(TIME_ENTRY, settings) ?? 0, siteAlarms: alarms };
  },
  'checked-by-work',
);

const auditFilter = {
  since: v.optional(instant),
  until: v.optional(instant),
  event: v.optional(v.picklist(AUDIT_EVENTS)),
  role: v.optional(v.picklist(AUDIT_ROLES)),
  reason: v.optional(v.picklist(AUDIT_REASONS)),
};

export const getAuditLog = forAdmin(
  v.strictObject({ ...page, ...auditFilter }),
  async (asked): Promise<AuditPage> => {
    const { after, limit = STANDARD_PAGE, ...filter } = asked;
    const { lines, next } = await searchAudit(engine, filter, { after, limit });
    return { rows: lines.map(toRow), ...(next !== undefined && { next }) };
  },
);

/** A line without the token of who acted: that is resolved for a reason only. */
function toRow({ position: id, ...line }: AuditLine): AuditRow {
  const shown = { id, at: id.slice(0, 24), ...line };
  delete shown.by;
  return shown;
}

const lineId = v.custom<string>((given) => isOf(AUDIT.fields.position.value, given));

export const whoActed = forAdmin(
  v.strictObject({ line: lineId, reason: v.picklist(ACTOR_REASONS) }),
  (asked, { accountId, acting }): Promise<Actor> => actorOf(acting, { ...asked, askedBy: accountId }),
);

export const getRecordOfProcessing = forAdmin(
  v.strictObject({ language }),
  async (asked): Promise<ProcessingRecord> => {
    const inForce = await readInForce(engine);
    const { map } = engine.store;
    return processingRecordOf(map, inForce.settings, {
      generatedAt: toInstant(engine.now()),
      noticeVersion: noticesOf(map, inForce).version,
      language: asked.language,
      say: sayIn(asked.language),
    });
  },
);

export const getSiteCheck = forAdmin(nothing, (): Promise<SiteCheckView> => siteCheckView(engine));

/** The check itself asks whether the store is in use, because it measures its first read. */
export const checkSite = forAdmin(
  v.strictObject({ run: v.exactOptional(token), untilRefused: v.exactOptional(v.boolean()) }),
  (asked): Promise<SiteCheckRun> => checkStep(engine, asked),
  'checked-by-work',
);

export const getReporting = forAdmin(nothing, (): Promise<ReportingView> => reportingView(engine));

export const getReportingOf = forAdmin(
  v.strictObject({ accountId }),
  ({ accountId: whose }): Promise<ReportingOf> => reportingOf(engine, whose),
);

export const runReporting = forAdmin(nothing, (): Promise<ReportingStarted> => reportNow(engine));

export const getNotice = forAdmin(noticeAsked, noticeShown);

export const getNoticeVersion = forAdmin(versionAsked, versionShown);

export const getNoticeReaders = forAdmin(nothing, () => noticeReaders(engine));
