import type { AuditPage, AuditRow } from '../../../src/contract';
import type { Failure } from '../../shared/call';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { toCsv, type Table } from '../../shared/export/csv';
import { declineWords, requestWords } from '../../shared/request-words';
import { changeText, changeWords } from '../../shared/setting-words';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import { collectPages } from '../collect-pages';
import { headedTable } from '../headed-table';
import { describeRecords } from './describe-records';

type Titles = ReadonlyMap<string, string>;

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

const codedHeads = {
  event: heads.event,
  role: heads.role,
  reason: heads.reason,
  request: heads.request,
  declineReason: heads.declineReason,
  records: heads.records,
  changes: heads.changes,
} as const;

/**
 * The audit log as CSV for the spreadsheets of this locale, with whole tokens: first in words, for whoever is handed the
 * file, then in the codes of the contract, which are the same in every language.
 */
export function toAuditCsv(rows: readonly AuditRow[], titles: Titles, locale: string): string {
  const said = headedTable(
    heads,
    rows.map((row) => inWords(row, titles)),
  );
  const coded = headedTable(codedHeads, rows.map(inCodes));
  const names = [...said.names, ...coded.names.map((head) => t('audit.csv-code', { head }))];
  return toCsv({ names, rows: sideBySide(said.rows, coded.rows) }, locale);
}

function sideBySide(left: Table['rows'], right: Table['rows']): Table['rows'] {
  const others = [...right];
  return [...left].map((cells, at) => [...cells, ...(others[at] ?? [])]);
}

const inWords = (row: AuditRow, titles: Titles) => ({
  id: row.id,
  at: row.at,
  event: wordOf(eventWords, row.event),
  role: wordOf(roleWords, row.role),
  reason: row.reason ? wordOf(reasonWords, row.reason) : null,
  request: row.request ? wordOf(requestWords, row.request) : null,
  declineReason: row.declineReason ? wordOf(declineWords, row.declineReason) : null,
  subject: row.subject ?? null,
  records: row.records ? describeRecords(row.records, titles) : null,
  changes: row.changes?.map((change) => changeWords(change, titles)).join('\n') ?? null,
});

const inCodes = (row: AuditRow) => ({
  event: row.event,
  role: row.role,
  reason: row.reason ?? null,
  request: row.request ?? null,
  declineReason: row.declineReason ?? null,
  records: row.records ? listRecords(row.records) : null,
  changes: row.changes?.map(changeText).join('; ') ?? null,
});

/** As in `time-entry=12; day-totals=3`. */
const listRecords = (records: Record<string, number>): string =>
  Object.entries(records)
    .map(([dataSet, count]) => `${dataSet}=${count}`)
    .join('; ');

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
