import type { UserFunctions } from '../../contract';
import { resolverOf, type Answers } from '../answer';
import {
  acknowledgeNotice,
  checkReceipt,
  eraseMyData,
  exportPage,
  getJob,
  getNotice,
  getNoticeVersion,
  getOverview,
  listAccesses,
  listNoticeVersions,
  previewErasure,
  setRestriction,
} from './my-data';
import { getPanel } from './panel';
import { listMyRequests, openRequest, withdrawRequest } from './requests';
import {
  correctEntry,
  deleteEntries,
  listEntries,
  logEntries,
  logTime,
  undoChange,
  getImportRules,
  importEntries,
} from './time';
import { getWeek } from './week';
import { getYear } from './year';

export const userFunctions = {
  getPanel,
  getNotice,
  getNoticeVersion,
  listNoticeVersions,
  acknowledgeNotice,
  logTime,
  logEntries,
  listEntries,
  getWeek,
  getYear,
  deleteEntries,
  correctEntry,
  undoChange,
  getImportRules,
  importEntries,
  getOverview,
  listAccesses,
  exportPage,
  previewErasure,
  eraseMyData,
  openRequest,
  listMyRequests,
  withdrawRequest,
  getJob,
  checkReceipt,
  setRestriction,
} satisfies Answers<UserFunctions>;

export const userResolver = resolverOf(userFunctions);
