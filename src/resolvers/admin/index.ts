import type { AdminFunctions } from '../../contract';
import type { Answers } from '../answer';
import { resolverOf } from '../resolver';
import { getAuditLog, getDashboard, getNotice, getRecordOfProcessing } from './accountability';
import { checkReceipt, erasePerson, getJob, previewErasureOf } from './erasure';
import { deleteEntriesOf, exportPageOf, listEntriesOf, listPeople } from './people';

export const adminFunctions = {
  getDashboard,
  getNotice,
  listPeople,
  listEntriesOf,
  deleteEntriesOf,
  exportPageOf,
  previewErasureOf,
  erasePerson,
  getJob,
  checkReceipt,
  getAuditLog,
  getRecordOfProcessing,
} satisfies Answers<AdminFunctions>;

export const adminResolver = resolverOf(adminFunctions);
