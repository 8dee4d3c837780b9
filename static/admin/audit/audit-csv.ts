import type { AuditPage, AuditRow } from '../../../src/contract';
import type { Failure } from '../../shared/call';
import { toCsv } from '../../shared/export/csv';
import { changeText } from '../../shared/setting-words';
import { collectPages } from '../collect-pages';
import { headedTable } from '../headed-table';

const heads = {
  id: 'audit.csv-id',
  at: 'audit.csv-at',
  event: 'audit.what-happened',
  role: 'audit.who',
  reason: 'requests.reason',
  request: 'audit.csv-request',
  declineReason: 'audit.csv-decline-reason',
  subject: 'audit.csv-subject',
  records: 'common.records',
  changes: 'audit.csv-changes',
} as const;

/** The audit log as CSV for the spreadsheets of this locale, in the words of the contract below its heads, with whole tokens. */
export function toAuditCsv(rows: readonly AuditRow[], locale: string): string {
  const records = rows.map((row) => ({
    id: row.id,
    at: row.at,
    event: row.event,
    role: row.role,
    reason: row.reason ?? null,
    request: row.request ?? null,
    declineReason: row.declineReason ?? null,
    subject: row.subject ?? null,
    records: row.records ? listRecords(row.records) : null,
    changes: row.changes?.map(changeText).join('; ') ?? null,
  }));
  return toCsv(headedTable(heads, records), locale);
}

/** As in `time-entry=12; day-totals=3`. */
export function listRecords(records: Record<string, number>): string {
  return Object.entries(records)
    .map(([dataSet, count]) => `${dataSet}=${count}`)
    .join('; ');
}

/** Every row of the log; all of them or a failure, never a part. */
export const collectAuditLog = (
  fetchPage: (after: string | undefined) => Promise<AuditPage | Failure>,
  onProgress: (rows: number) => void,
): Promise<AuditRow[] | Failure> =>
  collectPages(
    fetchPage,
    ({ rows }) => rows,
    ({ id }) => id,
    onProgress,
  );
