import type { AuditPage, AuditRow } from '../../../src/contract';
import type { Failure } from '../../shared/call';
import { plainTable, toCsv } from '../../shared/export/csv';
import { changeText } from '../../shared/setting-words';
import { collectPages } from '../collect-pages';

const columns = [
  { name: 'id', what: 'Identifies the row' },
  { name: 'at', what: 'When it happened, in UTC' },
  { name: 'event', what: 'What happened' },
  { name: 'role', what: 'Who did it, by role' },
  { name: 'reason', what: 'The reason an administrator gave' },
  { name: 'request', what: 'What a request asked for' },
  { name: 'declineReason', what: 'Why a request was declined' },
  { name: 'subject', what: 'A random token that stands for the person' },
  { name: 'records', what: 'How many records of which data set' },
  { name: 'changes', what: 'Which settings changed, from what to what' },
];

/** The audit log as CSV for the spreadsheets of this locale, in the words of the contract, with whole tokens. */
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
  return toCsv(plainTable({ columns, records }), locale);
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
): Promise<AuditRow[] | Failure> => collectPages(fetchPage, ({ rows }) => rows, onProgress);
