import type { AdminFunctions } from '../../contract';
import type { Answers } from '../answer';
import { resolverOf } from '../resolver';
import { listAffected } from './affected';
import { getAuditLog, getDashboard, getNotice, getRecordOfProcessing } from './accountability';
import {
  checkReceipt,
  erasePeople,
  erasePerson,
  getJob,
  getReceiptChain,
  listErasures,
  previewErasureOf,
  retryErasure,
} from './erasures';
import { correctEntryOf, deleteEntriesOf, exportPageOf, listEntriesOf, listPeople } from './people';
import { getReporting, getReportingOf, listRemoved, runReporting } from './reporting';
import { decideRequest, extendRequest, listRequests, openRequestOf } from './requests';
import { setRestrictionOf } from './restriction';
import { getSettings, previewRetention, saveSettings, takeBackSetting } from './settings';
import { checkSite, getSiteCheck } from './site-check';
import {
  disableWebhook,
  dismissAnnounced,
  enableWebhook,
  getWebhook,
  listAnnounced,
  previewWebhookUndo,
  rotateWebhookSecret,
  setWebhookErasing,
  setWebhookLimit,
  undoWebhook,
} from './webhook';

export const adminFunctions = {
  getDashboard,
  getNotice,
  listPeople,
  listAffected,
  listEntriesOf,
  correctEntryOf,
  deleteEntriesOf,
  exportPageOf,
  previewErasureOf,
  erasePerson,
  erasePeople,
  listErasures,
  retryErasure,
  getReceiptChain,
  setRestrictionOf,
  getJob,
  checkReceipt,
  listRequests,
  openRequestOf,
  decideRequest,
  extendRequest,
  getSettings,
  saveSettings,
  previewRetention,
  takeBackSetting,
  getReporting,
  listRemoved,
  getReportingOf,
  runReporting,
  getWebhook,
  enableWebhook,
  rotateWebhookSecret,
  disableWebhook,
  setWebhookErasing,
  setWebhookLimit,
  listAnnounced,
  previewWebhookUndo,
  undoWebhook,
  dismissAnnounced,
  getAuditLog,
  getRecordOfProcessing,
  getSiteCheck,
  checkSite,
} satisfies Answers<AdminFunctions>;

export const adminResolver = resolverOf(adminFunctions);
