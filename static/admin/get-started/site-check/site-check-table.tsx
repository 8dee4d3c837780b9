import { ColumnHeads } from '../../../shared/column-heads';
import '../../../shared/table.css';
import { t } from '../../../shared/words/words';
import type { CheckedRow } from './site-check-rows';

/** What was assumed, what was found, what it means and what to do; what needs a look comes first. */
export function SiteCheckTable({ rows }: { rows: readonly CheckedRow[] }) {
  const heads = {
    assumed: t('get-started.assumed'),
    found: t('get-started.found'),
    means: t('get-started.means'),
    todo: t('get-started.todo'),
  };
  return (
    <table className="table stacking site-check-table">
      <caption className="only-read-aloud">{t('get-started.findings')}</caption>
      <ColumnHeads heads={Object.values(heads)} />
      <tbody>
        {sorted(rows).map(({ id, assumed, verdict, codes, found, means, todo }) => (
          <tr key={id} data-verdict={verdict}>
            <td data-label={heads.assumed}>{assumed}</td>
            <td data-label={heads.found}>
              <span className="site-check-verdict" data-verdict={verdict}>
                {t(`get-started.verdict-${verdict}`)}
              </span>{' '}
              {found}
              {codes.length > 0 && <span className="quiet small"> {codes.join(', ')}</span>}
            </td>
            <td data-label={heads.means}>{means}</td>
            <td data-label={heads.todo}>{todo}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ORDER = ['alarm', 'copes', 'not-told', 'holds'] as const;

const sorted = (rows: readonly CheckedRow[]): CheckedRow[] =>
  [...rows].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
