import type { ReactNode } from 'react';
import type { AuditRow } from '../../../src/contract';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstant } from '../../shared/dates';
import { declineWords, requestWords } from '../../shared/request-words';
import { changeWords } from '../../shared/setting-words';
import { useViewer } from '../../shared/viewer';
import { describeRecords } from './describe-records';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import { useTitles } from '../use-titles';
import { WhoActed } from './who-acted';

type Titles = ReadonlyMap<string, string>;

const heads = [
  'common.when',
  'audit.what',
  'audit.who',
  'requests.reason',
  'common.records',
  'common.person',
] as const;

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const titles = useTitles();
  return (
    <table className="table stacking audit-table">
      <caption className="only-read-aloud">{t('admin.tab-audit')}</caption>
      <ColumnHeads heads={heads.map((head) => t(head))} />
      <tbody>
        {rows.map((row) => (
          <AuditTableRow key={row.id} row={row} titles={titles} />
        ))}
      </tbody>
    </table>
  );
}

function AuditTableRow({ row, titles }: { row: AuditRow; titles: Titles }) {
  const viewer = useViewer();
  return (
    <tr>
      <td className="number">{formatInstant(row.at, viewer)}</td>
      <td>
        {wordOf(eventWords, row.event)}
        {row.request !== undefined && <div className="small quiet">{wordOf(requestWords, row.request)}</div>}
        {row.changes?.map((change) => (
          <div className="small quiet" key={`${change.setting} ${change.dataSet ?? change.purpose ?? ''}`}>
            {changeWords(change, titles)}
          </div>
        ))}
      </td>
      <td data-label={t('audit.who')}>
        {wordOf(roleWords, row.role)}
        {row.role === 'administrator' && <WhoActed row={row} />}
      </td>
      <Maybe label={t('requests.reason')}>{whyOf(row)}</Maybe>
      <Maybe label={t('common.records')}>{row.records && describeRecords(row.records, titles)}</Maybe>
      <Maybe label={t('common.person')}>
        {/* The beginning is enough to tell people apart; the CSV has the whole token. */}
        {row.subject !== undefined && <code>{row.subject.slice(0, 8)}</code>}
      </Maybe>
    </tr>
  );
}

/** Why an administrator did it: the reason for looking, or for declining a request. */
const whyOf = ({ reason, declineReason }: AuditRow): string | undefined =>
  declineReason === undefined ? reason && wordOf(reasonWords, reason) : wordOf(declineWords, declineReason);

function Maybe({ label, children }: { label: string; children: ReactNode }) {
  if (children) return <td data-label={label}>{children}</td>;
  return (
    <td className="quiet only-in-columns">
      <span aria-hidden="true">–</span>
      <span className="only-read-aloud">{t('audit.none')}</span>
    </td>
  );
}
