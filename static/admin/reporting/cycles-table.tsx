import type { ReportingCycle } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay } from '../../shared/dates';
import '../../shared/table.css';
import { useViewer } from '../../shared/viewer';

const columns = [
  ['Account IDs', 'accounts'],
  ['Closed', 'closed'],
  ['Updated', 'updated'],
  ['Refused', 'refused'],
  ['Calls', 'calls'],
  ['Failed', 'failures'],
] as const;

interface CyclesTableProps {
  cycles: readonly ReportingCycle[];
  presentFrom: string | undefined;
}

/** The same as the chart, in numbers, latest first. */
export function CyclesTable({ cycles, presentFrom }: CyclesTableProps) {
  const viewer = useViewer();
  return (
    <details>
      <summary>The same as a table</summary>
      <table className="table stacking">
        <caption className="only-read-aloud">Cycles of reporting, latest first</caption>
        <ColumnHeads heads={['Cycle']} atEnd={columns.map(([head]) => head)} />
        <tbody>
          {[...cycles].reverse().map((cycle) => (
            <tr key={cycle.from}>
              <td>
                {formatInstantDay(cycle.from, viewer)} –{' '}
                {cycle.from === presentFrom ? 'now' : formatInstantDay(cycle.to, viewer)}
              </td>
              {columns.map(([head, name]) => (
                <td key={head} className="number at-end" data-label={head}>
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
