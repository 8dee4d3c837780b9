import type { ReportingCycle } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import '../../shared/table.css';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';

const columns = ['accounts', 'closed', 'updated', 'refused', 'calls', 'failures'] as const;

interface CyclesTableProps {
  cycles: readonly ReportingCycle[];
  presentFrom: string | undefined;
}

/** The same as the chart, in numbers, latest first. */
export function CyclesTable({ cycles, presentFrom }: CyclesTableProps) {
  const viewer = useViewer();
  return (
    <details>
      <summary>{t('reporting.as-table')}</summary>
      <table className="table stacking">
        <caption className="only-read-aloud">{t('reporting.periods')}</caption>
        <ColumnHeads heads={[t('reporting.period')]} atEnd={columns.map(headOf)} />
        <tbody>
          {[...cycles].reverse().map((cycle) => (
            <tr key={cycle.from}>
              <td>{daysOf(cycle, cycle.from === presentFrom, viewer)}</td>
              {columns.map((name) => (
                <td key={name} className="number at-end" data-label={headOf(name)}>
                  {cycle[name].toLocaleString(viewer.locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const headOf = (name: (typeof columns)[number]): string => t(`reporting.count-${name}`);

function daysOf(cycle: ReportingCycle, isPresent: boolean, viewer: ForViewer): string {
  const from = formatInstantDay(cycle.from, viewer);
  if (isPresent) return t('reporting.from-to-now', { from });
  return t('reporting.from-to', { from, to: formatInstantDay(cycle.to, viewer) });
}
