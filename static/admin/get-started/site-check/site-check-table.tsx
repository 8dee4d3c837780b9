import { ColumnHeads } from '../../../shared/column-heads';
import '../../../shared/table.css';
import { VERDICT_WORDS, type CheckedRow } from './site-check-rows';

const HEADS = ['Assumed', 'Found', 'What it means', 'What to do'] as const;

/** What was assumed, what was found, what it means and what to do; what needs a look comes first. */
export function SiteCheckTable({ rows }: { rows: readonly CheckedRow[] }) {
  return (
    <table className="table stacking site-check-table">
      <caption className="only-read-aloud">What the check found</caption>
      <ColumnHeads heads={HEADS} />
      <tbody>
        {sorted(rows).map(({ id, assumed, verdict, codes, found, means, todo }) => (
          <tr key={id} data-verdict={verdict}>
            <td data-label={HEADS[0]}>{assumed}</td>
            <td data-label={HEADS[1]}>
              <span className="site-check-verdict" data-verdict={verdict}>
                {VERDICT_WORDS[verdict]}
              </span>{' '}
              {found}
              {codes.length > 0 && <span className="quiet small"> {codes.join(', ')}</span>}
            </td>
            <td data-label={HEADS[2]}>{means}</td>
            <td data-label={HEADS[3]}>{todo}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ORDER = ['alarm', 'copes', 'not-told', 'holds'] as const;

const sorted = (rows: readonly CheckedRow[]): CheckedRow[] =>
  [...rows].sort((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
