import type { AuditPage, AuditRow } from '../../../src/contract';
import { failure, isFailure, type Failure } from '../../shared/call';
import { plainTable, toCsv } from '../../shared/export/csv';
import { changeText } from '../../shared/setting-words';

const columns = [
  { name: 'id', what: 'Identifies the row' },
  { name: 'at', what: 'When it happened, in UTC' },
  { name: 'event', what: 'What happened' },
  { name: 'role', what: 'Who did it, by role' },
  { name: 'reason', what: 'The reason an administrator gave' },
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
    subject: row.subject ?? null,
    records: row.records ? listRecords(row.records) : null,
    changes: row.changes?.map(changeText).join('; ') ?? null,
  }));
  return toCsv(plainTable({ columns, records }), locale);
}

function listRecords(records: Record<string, number>): string {
  return Object.entries(records)
    .map(([dataSet, count]) => `${dataSet}=${count}`)
    .join('; ');
}

/** Every row, page after page; all of them or a failure, never a part. */
export async function collectAuditLog(
  fetchPage: (after: string | undefined) => Promise<AuditPage | Failure>,
  onProgress: (rows: number) => void,
): Promise<AuditRow[] | Failure> {
  const rows: AuditRow[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    if (isFailure(page)) return page;
    if (page.next !== undefined && page.next === after) return doesNotAdvance;
    rows.push(...page.rows);
    onProgress(rows.length);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

const doesNotAdvance = failure('We could not read the whole audit log. Nothing was saved. Try again.');
