import { resolverOf } from '../resolver';
import type { UserFunctions } from '../../contract';
import type { Answers } from '../answer';
import { getImportRules, importEntries } from './import';
import {
  acknowledgeNotice,
  checkReceipt,
  eraseMyData,
  exportPage,
  getJob,
  getNotice,
  getOverview,
  listAccesses,
  previewErasure,
  setRestriction,
} from './my-data';
import { getPanel } from './panel';
import { listMyRequests, openRequest, withdrawRequest } from './requests';
import { correctEntry, deleteEntries, listEntries, logEntries, logTime, undoChange } from './time';
import { getWeek } from './week';
import { getYear } from './year';

export const userFunctions = {
  getPanel,
  getNotice,
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
