import * as v from 'valibot';
import { engine } from '../../app';
import type { AuditPage, Dashboard, ProcessingRecord } from '../../contract';
import { siteAlarms } from '../../platform-check/check';
import { dashboardOf } from '../../privacy/access/dashboard';
import { listAudit } from '../../privacy/audit';
import { currentNotice } from '../../privacy/notice/notice';
import { processingRecordOf } from '../../privacy/notice/processing-record';
import { readSettings, retentionDaysOf } from '../../privacy/settings/settings';
import { toInstant } from '../../privacy/time';
import { together } from '../../storage/together';
import { TIME_ENTRY } from '../../timesheet/time-entry';
import { forAdmin } from '../define';
import { nothing, page } from '../payloads';

const STANDARD_PAGE = 50;

export const getNotice = forAdmin(nothing, () => currentNotice(engine));

export const getDashboard = forAdmin(
  nothing,
  async (): Promise<Dashboard> => {
    const [{ settings, ...shown }, alarms] = await together([dashboardOf(engine), siteAlarms(engine)]);
    return { ...shown, retentionDays: retentionDaysOf(TIME_ENTRY, settings) ?? 0, siteAlarms: alarms };
  },
  'checked-by-work',
);

export const getAuditLog = forAdmin(v.strictObject(page), async ({ after, limit }): Promise<AuditPage> => {
  const { lines, next } = await listAudit(engine, { after, limit: limit ?? STANDARD_PAGE });
  const rows = lines.map(({ position, ...line }) => ({ id: position, at: position.slice(0, 24), ...line }));
  return { rows, ...(next !== undefined && { next }) };
});

export const getRecordOfProcessing = forAdmin(nothing, async (): Promise<ProcessingRecord> =>
  processingRecordOf(engine.store.map, await readSettings(engine), toInstant(engine.now())),
);
