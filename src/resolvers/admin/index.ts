import type { AdminFunctions } from '../../contract';
import type { Answers } from '../answer';
import { resolverOf } from '../resolver';
import { getAuditLog, getDashboard, getNotice, getRecordOfProcessing } from './accountability';
import { checkReceipt, erasePerson, getJob, previewErasureOf } from './erasure';
import { erasePeople, getReceiptChain, listErasures, retryErasure } from './erasures';
import { deleteEntriesOf, exportPageOf, listEntriesOf, listPeople } from './people';
import { setRestrictionOf } from './restriction';

export const adminFunctions = {
  getDashboard,
  getNotice,
  listPeople,
  listEntriesOf,
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
  getAuditLog,
  getRecordOfProcessing,
} satisfies Answers<AdminFunctions>;

export const adminResolver = resolverOf(adminFunctions);
